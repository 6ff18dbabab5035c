/** One thing that is counted, and where: an assignment in an administration's row, under a sub-area's column. */
export interface Entry {
  readonly row: string;
  readonly column: string;
  /** The person, by pseudonym. Several entries may belong to one person. */
  readonly person: string;
  /** The thing to count, if several entries may concern the same thing. Without it, each entry counts. */
  readonly thing?: string;
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
  /** The last ones are hidden first (suppression.ts). */
  readonly columns: readonly Column[];
  readonly groups: readonly string[];
  readonly at: (row: string, column: string) => Cell;
  /** Several columns of a row as one cell: a person who is in two of them counts once. */
  readonly together: (row: string, columns: readonly string[]) => Cell;
}

export const addressOf = (row: string, column: string): string => `${row} ${column}`;

export function tabulate(
  entries: readonly Entry[],
  { rows, columns }: { readonly rows: readonly string[]; readonly columns: readonly Column[] },
): Table {
  const groups = groupsOf(columns);
  const entriesAt = Map.groupBy(entries.map(numbered), ({ row, column }) => addressOf(row, column));
  const codesOf = (column: string): readonly string[] =>
    column === total ? columns.map(({ code }) => code) : (partsOf(columns, column) ?? [column]);
  const together = (row: string, under: readonly string[]): Cell => {
    const codes = under.flatMap(codesOf);
    const there = (row === city ? rows : [row]).flatMap((each) =>
      codes.flatMap((code) => entriesAt.get(addressOf(each, code)) ?? []),
    );
    return {
      count: distinct(there.map(({ thing }) => thing)),
      people: distinct(there.map(({ person }) => person)),
    };
  };
  const cells = new Map(
    [...rows, city].flatMap((row) =>
      allColumns({ columns, groups }).map(
        (column) => [addressOf(row, column), together(row, [column])] as const,
      ),
    ),
  );
  return {
    rows,
    columns,
    groups,
    at: (row, column) => cells.get(addressOf(row, column)) ?? { count: 0, people: 0 },
    together,
  };
}

const numbered = (entry: Entry, index: number): Required<Entry> => ({ thing: String(index), ...entry });

const distinct = (values: readonly string[]): number => new Set(values).size;

const groupsOf = (columns: readonly Column[]): readonly string[] => [
  ...new Set(columns.flatMap(({ group }) => group ?? [])),
];

/** The columns of a group, or undefined where there is no such group. */
export function partsOf(columns: readonly Column[], group: string): readonly string[] | undefined {
  const parts = columns.filter((column) => column.group === group).map(({ code }) => code);
  return parts.length === 0 ? undefined : parts;
}

/** Every column that a row has, the groups' and the total among them. */
export const allColumns = ({ columns, groups }: Pick<Table, "columns" | "groups">): readonly string[] => [
  ...columns.map(({ code }) => code),
  ...groups,
  total,
];
