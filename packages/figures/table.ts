/** One thing that is counted, and where: an assignment in an administration's row, under a sub-area's column. */
export interface Entry {
  readonly row: string;
  readonly column: string;
  /** Whom it concerns, by pseudonym: several entries may be one person's. */
  readonly person: string;
}

export interface Column {
  readonly code: string;
  /** Columns of a group add up to the group's own. */
  readonly group?: string;
}

export interface Cell {
  readonly count: number;
  /** Distinct persons: these do not add up, since one person may be in several cells. */
  readonly people: number;
}

/** Where all the rows, and all the columns, are taken together. */
export const city = "city";
export const total = "total";

/** Counts by row and column, with the city's row, the groups' columns and the totals. */
export interface Table {
  readonly rows: readonly string[];
  readonly columns: readonly Column[];
  readonly groups: readonly string[];
  readonly at: (row: string, column: string) => Cell;
}

const nothing: Cell = { count: 0, people: 0 };

export const addressOf = (row: string, column: string): string => `${row} ${column}`;

export function tabulate(
  entries: readonly Entry[],
  { rows, columns }: { readonly rows: readonly string[]; readonly columns: readonly Column[] },
): Table {
  const groupOf = new Map(columns.map(({ code, group }) => [code, group]));
  const counts = new Map<string, { count: number; readonly people: Set<string> }>();
  for (const { row, column, person } of entries) {
    const group = groupOf.get(column);
    for (const each of [row, city]) {
      for (const under of [column, total, ...(group === undefined ? [] : [group])]) {
        const address = addressOf(each, under);
        const cell = counts.get(address) ?? { count: 0, people: new Set() };
        cell.count += 1;
        cell.people.add(person);
        counts.set(address, cell);
      }
    }
  }
  const cells = new Map(
    [...counts].map(([address, { count, people }]) => [address, { count, people: people.size }]),
  );
  return {
    rows,
    columns,
    groups: groupsOf(columns),
    at: (row, column) => cells.get(addressOf(row, column)) ?? nothing,
  };
}

export const groupsOf = (columns: readonly Column[]): readonly string[] => [
  ...new Set(columns.flatMap(({ group }) => group ?? [])),
];

/** Every column that a row has, the groups' and the total among them. */
export const allColumns = ({ columns, groups }: Pick<Table, "columns" | "groups">): readonly string[] => [
  ...columns.map(({ code }) => code),
  ...groups,
  total,
];
