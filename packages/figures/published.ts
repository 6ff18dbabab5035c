import { fewest, hiddenIn } from "./suppression.ts";
import { addressOf, city, type Table, total } from "./table.ts";

/** A cell as it is published: without its numbers where they are suppressed. */
interface PublishedCell {
  readonly row: string;
  readonly column: string;
  readonly count?: number;
  readonly people?: number;
}

/** A table as it is published, row by row, the city and the totals last. */
export interface PublishedTable {
  readonly name: string;
  /** Cells with fewer persons than this are suppressed, and so is what would reveal them. */
  readonly fewest: number;
  readonly cells: readonly PublishedCell[];
}

/** @param alsoRows rows that another table hides in part, so that this one must not tell them */
export function published(name: string, table: Table, alsoRows: readonly string[] = []): PublishedTable {
  const hidden = hiddenIn(table, alsoRows);
  const columns = [
    ...table.groups.flatMap((group) => [
      group,
      ...table.columns.filter((column) => column.group === group).map(({ code }) => code),
    ]),
    ...table.columns.filter(({ group }) => group === undefined).map(({ code }) => code),
    total,
  ];
  const cells = [...table.rows, city].flatMap((row) =>
    columns.map((column): PublishedCell => {
      const { count, people } = table.at(row, column);
      return hidden.has(addressOf(row, column)) ? { row, column } : { row, column, count, people };
    }),
  );
  return { name, fewest, cells };
}

/** A cell that is suppressed, by where it stands. */
export const isSuppressed = ({ cells }: PublishedTable, row: string, column: string): boolean =>
  cells.find((cell) => cell.row === row && cell.column === column)?.count === undefined;
