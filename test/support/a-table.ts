import { type Column, type Entry, type Table, tabulate } from "../../packages/figures/table.ts";

export const sfs = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"];

export const entry = (row: string, column: string, person: string): Entry => ({ row, column, person });

/** A table in which each person is counted once. */
export function counted({
  columns,
  cells,
  rows = sfs,
}: {
  columns: readonly Column[];
  cells: readonly (readonly number[])[];
  rows?: readonly string[];
}): Table {
  const entries = rows.flatMap((row, at) =>
    columns.flatMap(({ code }, under) =>
      Array.from({ length: cells[at]?.[under] ?? 0 }, (_, index) =>
        entry(row, code, `${row} ${code} ${index}`),
      ),
    ),
  );
  return tabulate(entries, { rows, columns });
}
