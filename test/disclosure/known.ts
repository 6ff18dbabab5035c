import { type Figure, nameOf } from "./published.ts";

/** What a reader knows of several figures: that their sum, each taken so many times, lies between two numbers. */
export interface Constraint {
  readonly terms: readonly (readonly [name: string, times: number])[];
  readonly low: number;
  readonly high: number;
}

/**
 * What a reader knows without any file: that the whole is the sum of its parts, that no part has more persons than
 * the whole, that two tables count the same things, and what becomes of
 * them from one quarter to the next.
 */
export function knownOf(figures: readonly Figure[]): readonly Constraint[] {
  const names = new Set(figures.map(nameOf));
  const tables = [
    ...Map.groupBy(figures, ({ report, period, table }) => `${report} ${period} ${table}`).values(),
  ];
  return [
    ...tables.flatMap(withinTable),
    ...tables.flatMap(sameThings),
    ...betweenReports(figures),
    ...lanes(figures),
  ].filter(
    ({ terms }) => terms.length > 1 && terms.every(([name]) => names.has(name) || name.startsWith("unseen ")),
  );
}

const equal = (whole: string, parts: readonly string[]): Constraint => ({
  terms: [[whole, -1], ...parts.map((part) => [part, 1] as const)],
  low: 0,
  high: 0,
});

const atMost = (lesser: string, greater: readonly string[]): Constraint => ({
  terms: [[lesser, -1], ...greater.map((each) => [each, 1] as const)],
  low: 0,
  high: Number.POSITIVE_INFINITY,
});

const union = (whole: string, parts: readonly string[]): readonly Constraint[] => [
  atMost(whole, parts),
  ...parts.map((part) => atMost(part, [whole])),
];

/** Tables in which one thing stands in one column only, so that counts add up. */
const additive = (table: string): boolean => table !== "returned-by-rule" && !table.endsWith("-by-type");

function withinTable(figures: readonly Figure[]): readonly Constraint[] {
  const [{ report, period, table } = { report: "", period: "", table: "" }] = figures;
  if (table === "sob") return [];
  const rows = [...new Set(figures.map(({ row }) => row))];
  const columns = [...new Set(figures.map(({ column }) => column))];
  const groups = columns.filter((column) => columns.some((each) => each.startsWith(`${column}.`)));
  const outermost = columns.filter((column) => column !== "total" && !column.includes("."));
  const name = (row: string, column: string, what: Figure["what"]) =>
    nameOf({ report, period, table, row, column, what });
  const wholes = [
    { whole: "total", parts: outermost },
    ...groups.map((group) => ({
      whole: group,
      parts: columns.filter((each) => each.startsWith(`${group}.`)),
    })),
  ];
  return [
    ...rows.flatMap((row) =>
      wholes.flatMap(({ whole, parts }) => [
        ...(additive(table)
          ? [
              equal(
                name(row, whole, "count"),
                parts.map((part) => name(row, part, "count")),
              ),
            ]
          : union(
              name(row, whole, "count"),
              parts.map((part) => name(row, part, "count")),
            )),
        ...union(
          name(row, whole, "people"),
          parts.map((part) => name(row, part, "people")),
        ),
      ]),
    ),
    ...rows.flatMap((row) =>
      columns.map((column) => atMost(name(row, column, "people"), [name(row, column, "count")])),
    ),
    ...columns.flatMap((column) => {
      const own = rows.filter((row) => row !== "city");
      return [
        equal(
          name("city", column, "count"),
          own.map((row) => name(row, column, "count")),
        ),
        ...union(
          name("city", column, "people"),
          own.map((row) => name(row, column, "people")),
        ),
      ];
    }),
  ];
}

/** Tables of the same things, by what they have in common: their totals. */
const twins: Readonly<Record<string, string>> = {
  "sub-area": "legal-basis",
  status: "legal-basis",
  "time-since-decision": "legal-basis",
  "never-begun-by-time-since-decision": "never-begun-by-type",
  "interrupted-by-time-since-decision": "interrupted-by-type",
};

function sameThings(figures: readonly Figure[]): readonly Constraint[] {
  return figures.flatMap((figure) => {
    const twin = twins[figure.table];
    if (figure.column !== "total" || twin === undefined) return [];
    return [equal(nameOf(figure), [nameOf({ ...figure, table: twin })])];
  });
}

const quarterBefore = (quarter: string): string => {
  const [year, number] = quarter.split("Q").map(Number);
  return number === 1 ? `${(year ?? 0) - 1}Q4` : `${year}Q${(number ?? 0) - 1}`;
};

/** What one report's numbers say of another's, and of a quarter later. */
const betweenReports = (figures: readonly Figure[]): readonly Constraint[] =>
  figures.flatMap((figure): readonly Constraint[] => {
    const { report, period, table, row, column, what } = figure;
    if (report !== "equality" || what !== "count") return [];
    const own = nameOf(figure);
    const stock = (status: string, quarter: string) =>
      nameOf({ report: "need-and-volume", period: quarter, table: "status", row, column: status, what });
    const before = quarterBefore(period);
    // Every rule that was broken stands with a decision that was returned.
    if (table === "returned-by-rule" && column === "total")
      return [equal(own, [nameOf({ ...figure, table: "returned", column: "yes" })])];
    if (table !== "interrupted" || column !== "total") return [];
    return [
      // In progress at the end, or at the beginning, is under way in between.
      atMost(stock("in-progress", period), [own]),
      atMost(stock("in-progress", before), [own]),
    ];
  });

const isPossible = (legalBasis: string, subArea: string): boolean => {
  if (subArea === "health.substance-use" || subArea.startsWith("social.")) return legalBasis !== "sol-12-4";
  return (
    legalBasis === "sol-12-4" || subArea.startsWith("health.") || subArea === "competence.adapted-support"
  );
};

/** Which sub-areas a legal basis may hold, where nothing runs in parallel: what ties two tables together. */
function lanes(figures: readonly Figure[]): readonly Constraint[] {
  const counts = figures.filter(({ what }) => what === "count");
  const bases = counts.filter(({ table, column }) => table === "legal-basis" && column !== "total");
  const subAreas = counts.filter(({ table, column }) => table === "sub-area" && column.includes("."));
  const unseen = ({ report, period, row }: Figure, legalBasis: string, subArea: string) =>
    `unseen ${report} ${period} ${row} ${legalBasis} ${subArea}`;
  const sameRow = (a: Figure) => (b: Figure) =>
    a.report === b.report && a.period === b.period && a.row === b.row;
  return [
    ...bases.map((basis) =>
      equal(
        nameOf(basis),
        subAreas
          .filter(sameRow(basis))
          .filter(({ column }) => isPossible(basis.column, column))
          .map(({ column }) => unseen(basis, basis.column, column)),
      ),
    ),
    ...subAreas.map((subArea) =>
      equal(
        nameOf(subArea),
        bases
          .filter(sameRow(subArea))
          .filter(({ column }) => isPossible(column, subArea.column))
          .map(({ column }) => unseen(subArea, column, subArea.column)),
      ),
    ),
  ];
}
