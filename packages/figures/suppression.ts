import { addressOf, allColumns, city, partsOf, type Table, total } from "./table.ts";

/** Ours: a cell with fewer persons than this points out a person. Zero is fewer too. */
export const fewest = 5;

/** Which cells of a table are not published. */
export type Hides = (table: Table) => ReadonlySet<string>;

/** How far a report shows a column: for each administration and the city, for the city alone, or for neither. */
type Told = "everywhere" | "city" | "nowhere";

/**
 * The cells that must not be published.
 *
 * A report shows a column for all administrations or for none. So it always hides whole columns, and a reader knows at
 * most their sums: together in each row, and each in the whole city. Each of these sums is five or more, over at least
 * two rows and two columns. Every hidden cell can then change, with three others, without changing any sum. The reader
 * may know all tables of the same entries. They share the rows' totals, which this takes as known.
 */
export const hiddenIn: Hides = (table) => {
  const told = new Map(toldOf(table));
  const hidden = allColumns(table).flatMap((column) => {
    switch (told.get(column)) {
      case "everywhere":
        return [];
      case "city":
        return table.rows.map((row) => addressOf(row, column));
      default:
        return [...table.rows, city].map((row) => addressOf(row, column));
    }
  });
  return new Set(hidden);
};

type ColumnTold = readonly [column: string, told: Told];

function toldOf(table: Table): readonly ColumnTold[] {
  const enough = (row: string) => table.at(row, total).people >= fewest;
  const whole = table.rows.every(enough) ? "everywhere" : enough(city) ? "city" : "nowhere";
  const outermost = [
    ...table.groups,
    ...table.columns.filter(({ group }) => group === undefined).map(({ code }) => code),
  ];
  return [[total, whole], ...toldWithin(table, { columns: outermost, whole })];
}

/** How far a report shows each of some columns, if it shows their sum as far as `whole`. */
function toldWithin(
  table: Table,
  { columns, whole }: { readonly columns: readonly string[]; readonly whole: Told },
): readonly ColumnTold[] {
  const notByRow = whole === "everywhere" ? withheld(table, { columns, rows: table.rows }) : columns;
  const notAtAll = whole === "nowhere" ? columns : withheld(table, { columns: notByRow, rows: [city] });
  return columns.flatMap((column): readonly ColumnTold[] => {
    const told = notAtAll.includes(column) ? "nowhere" : notByRow.includes(column) ? "city" : "everywhere";
    const parts = partsOf(table.columns, column) ?? [];
    return [[column, told], ...toldWithin(table, { columns: parts, whole: told })];
  });
}

/**
 * The columns that are too small in one of the rows; with them the last one, and further ones from the end, until
 * they hold five persons in each row.
 *
 * The order of the columns decides which others are hidden, never their numbers. The last one is hidden whether it is
 * small or not. So a reader who knows this program learns nothing about the last one, and about the others that they
 * are small.
 */
function withheld(
  table: Table,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly string[] },
): readonly string[] {
  const small = columns.filter((column) => rows.some((row) => table.at(row, column).people < fewest));
  if (small.length === 0) return [];
  const others = columns.filter((column) => !small.includes(column));
  let taken = small.includes(columns.at(-1) ?? "") ? 0 : 1;
  const chosen = () => {
    const told = others.slice(0, others.length - taken);
    return columns.filter((column) => !told.includes(column));
  };
  // A small column alone holds too few in the row where it is small, so there are never fewer than two.
  const areTooFew = () => rows.some((row) => table.together(row, chosen()).people < fewest);
  while (taken < others.length && areTooFew()) taken += 1;
  return chosen();
}
