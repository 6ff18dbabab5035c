import { groupOf, type Swap } from "./swap.ts";
import { city, type Table, total } from "./table.ts";

/**
 * Whether a table could be true, where a swap has changed it: nobody is less than nobody, no more persons than
 * entries, no part with more persons than its whole, and no whole with more persons than its parts together. Counts
 * add up after any swap.
 */
export function consistent(table: Table, { row, other, up, down }: Swap): boolean {
  const groups = [groupOf(table, up), groupOf(table, down)].flatMap((group) => group ?? []);
  return (
    rowHolds(table, row) &&
    rowHolds(table, other) &&
    [up, down, ...groups].every((column) => columnHolds(table, column))
  );
}

function rowHolds(table: Table, row: string): boolean {
  const codes = table.columns.map(({ code }) => code);
  if (!codes.every((column) => cellHolds(table, { row, column }))) return false;
  const { people } = table.at(row, total);
  return (
    fits(
      people,
      codes.map((column) => table.at(row, column).people),
    ) &&
    table.groups.every((group) => {
      const parts = table.columns.filter((column) => column.group === group);
      const whole = table.at(row, group);
      return (
        whole.people <= people &&
        fits(
          whole.people,
          parts.map(({ code }) => table.at(row, code).people),
        )
      );
    })
  );
}

const columnHolds = (table: Table, column: string): boolean =>
  fits(
    table.at(city, column).people,
    table.rows.map((row) => table.at(row, column).people),
  );

function cellHolds(
  table: Table,
  { row, column }: { readonly row: string; readonly column: string },
): boolean {
  const { count, people } = table.at(row, column);
  return people >= 0 && people <= count && (count === 0 || people > 0);
}

/** A whole has at least as many persons as its largest part, and at most as many as its parts together. */
function fits(whole: number, parts: readonly number[]): boolean {
  let sum = 0;
  for (const part of parts) {
    if (part > whole) return false;
    sum += part;
  }
  return whole <= sum;
}
