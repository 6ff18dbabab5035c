import { fewest, type Hides } from "../../packages/figures/suppression.ts";
import { addressOf, allColumns, city } from "../../packages/figures/table.ts";

/** Hides what is small and nothing that would reveal it: for the solver to show that it finds what there is to find. */
export const eachCellAlone: Hides = (table) =>
  new Set(
    [...table.rows, city].flatMap((row) =>
      allColumns(table)
        .filter((column) => table.at(row, column).people < fewest)
        .map((column) => addressOf(row, column)),
    ),
  );
