import { addressOf, type Cell, city, type Table } from "./table.ts";

/**
 * One entry moved within a row from the column `down` to the column `up`, and one moved the other way in the row
 * `other`; or, where `other` is the city, moved there too. No total changes.
 */
export interface Swap {
  readonly row: string;
  readonly other: string;
  readonly up: string;
  readonly down: string;
}

/** By how much each cell changes, the groups' among them. */
export function changesOf(table: Table, { row, other, up, down }: Swap): ReadonlyMap<string, number> {
  const back = other === city ? 1 : -1;
  const [groupUp, groupDown] = [groupOf(table, up), groupOf(table, down)];
  const columns: readonly (readonly [string, number])[] = [
    [up, 1],
    [down, -1],
    ...(groupUp === groupDown
      ? []
      : ([
          [groupUp, 1],
          [groupDown, -1],
        ] as const)
    ).flatMap(([group, by]) => (group === undefined ? [] : [[group, by] as const])),
  ];
  return new Map(
    columns.flatMap(([column, by]) => [
      [addressOf(row, column), by] as const,
      [addressOf(other, column), by * back] as const,
    ]),
  );
}

/** The table as it would be after the swap. */
export const shifted = (table: Table, changes: ReadonlyMap<string, number>): Table => ({
  ...table,
  at: (row, column): Cell => {
    const { count, people } = table.at(row, column);
    const by = changes.get(addressOf(row, column)) ?? 0;
    return { count: count + by, people: people + by };
  },
});

export const groupOf = (table: Table, column: string): string | undefined =>
  table.columns.find(({ code }) => code === column)?.group;
