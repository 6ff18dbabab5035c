import type { Bilingual } from "@hemvist/rules";
import { named, type Voice } from "./in-words.ts";

type Cell = string | number;
type Row = readonly Cell[];

/**
 * A table in plain text: words to the left, numbers to the right. On a terminal that is too narrow for it, each row
 * becomes a list, a column a line.
 */
export function tableOf(
  heads: readonly (Bilingual | string)[],
  rows: readonly Row[],
  voice: Voice = {},
): string {
  const head = heads.map((name) => (typeof name === "string" ? name : named(name, voice)));
  const table = asTable(head, rows);
  const width = Math.max(...table.map((line) => line.length));
  return (voice.columns === undefined || width <= voice.columns ? table : asLists(head, rows)).join("\n");
}

function asTable(head: readonly string[], rows: readonly Row[]): readonly string[] {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => String(row[column] ?? "").length)),
  );
  const line = (row: Row): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof cell === "number" ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  const isNumeric = (column: number): boolean => rows.some((row) => typeof row[column] === "number");
  const heads = head.map((name, column) => (isNumeric(column) ? name.padStart(widths[column] ?? 0) : name));
  return [line(heads), ...rows.map(line)];
}

function asLists(head: readonly string[], rows: readonly Row[]): readonly string[] {
  const width = Math.max(...head.map((name) => name.length));
  return rows.flatMap((row) => [
    ...row.flatMap((cell, column) => (cell === "" ? [] : [`${(head[column] ?? "").padEnd(width)}  ${cell}`])),
    "",
  ]);
}
