import type { Bug } from "../bug.ts";

/** What the city is told, and nobody singled out. */
export const figures: readonly Bug[] = [
  {
    name: "nothing suppressed",
    why: "A table with a single person in a cell points that person out.",
    file: "packages/figures/published.ts",
    find: "const hidden = hides(table);",
    replace: "const hidden = new Set<string>();",
    suite: "unit",
  },
  {
    name: "what gives a suppressed cell away",
    why: "A column that is hidden can be worked out from the totals beside it.",
    file: "packages/figures/suppression.ts",
    find: "    chosen().length < 2 ||",
    replace: "    chosen().length < 1 ||",
    suite: "unit",
  },
  {
    name: "a column told where it is large",
    why: "An administration's hidden cell is what the city's leaves over when the other three are told.",
    file: "packages/figures/suppression.ts",
    find: "        return table.rows.map((row) => addressOf(row, column));",
    replace:
      "        return table.rows\n          .filter((row) => table.at(row, column).people < fewest)\n          .map((row) => addressOf(row, column));",
    suite: "unit",
  },
  {
    name: "interventions counted for persons",
    why: "A cell with one person who has five interventions is published.",
    file: "packages/figures/suppression.ts",
    find: "table.at(row, column).people < fewest));",
    replace: "table.at(row, column).count < fewest));",
    suite: "unit",
  },
  {
    name: "reported a day early",
    why: "A decision that was carried out in time is reported to the inspectorate as late.",
    file: "packages/figures/delay.ts",
    find: "addDays(addMonths(since, 3), 1)",
    replace: "addMonths(since, 3)",
    suite: "unit",
  },
  {
    name: "figures of today",
    why: "A report that is issued late tells of what came after its period, and no two are the same.",
    file: "packages/figures/as-it-was.ts",
    find: "history.filter(({ at }) => at < instant)",
    replace: "history",
    suite: "unit",
  },
  {
    name: "issued twice",
    why: "A report that the city has answered to is written over by another.",
    file: "packages/adapters/s3-reports.ts",
    find: `IfNoneMatch: "*",`,
    replace: "",
    suite: "unit",
  },
];
