type Cell = string | number;

/** A table in plain text: words to the left, numbers to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => String(row[column] ?? "").length)),
  );
  const line = (row: readonly Cell[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof cell === "number" ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  const isNumeric = (column: number): boolean => rows.some((row) => typeof row[column] === "number");
  const heads = head.map((name, column) => (isNumeric(column) ? name.padStart(widths[column] ?? 0) : name));
  return [line(heads), ...rows.map(line)].join("\n");
}
