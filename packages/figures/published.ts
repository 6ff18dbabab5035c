import { fewest, type Hides, hiddenIn } from "./suppression.ts";
import { addressOf, city, partsOf, type Table, total } from "./table.ts";

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
  /** A report hides cells with fewer persons than this, and the cells that would reveal them. */
  readonly fewest: number;
  readonly cells: readonly PublishedCell[];
}

export function published(name: string, table: Table, hides: Hides = hiddenIn): PublishedTable {
  const hidden = hides(table);
  const columns = [
    ...table.groups.flatMap((group) => [group, ...(partsOf(table.columns, group) ?? [])]),
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
