import type { Machine } from "./machine.ts";
import { figureText, type Row, spreadText, targetText, verdictOf } from "./rows.ts";

interface Run {
  readonly rows: readonly Row[];
  readonly machine: Machine;
  /** RFC 3339. */
  readonly at: string;
  readonly minutes: number;
}

/** RESULTS.md: one table of every target, and why the ones that are not met are not. */
export function resultsText({ rows, machine, at, minutes }: Run): string {
  const missed = rows.filter((row) => verdictOf(row) === "not met" && row.whyNot !== undefined);
  return [
    "# Results",
    "",
    "`npm run bench` writes this file. [README.md](README.md) says what each line measures, and against what.",
    "",
    "| | |",
    "| --- | --- |",
    `| date | ${at.slice(0, 16).replace("T", " ")} UTC, ${minutes.toFixed(0)} minutes |`,
    `| processor | ${machine.processor} |`,
    `| memory | ${machine.memory} |`,
    `| system | ${machine.system}, Node ${machine.node} |`,
    `| load when it began | ${machine.load} |`,
    `| versions | ${machine.versions.join(", ")} |`,
    "",
    "A figure is the median of the rounds. The spread is their middle half. A ratio is taken in each round, between two contenders of that round.",
    "",
    "| target | figure | spread | target | |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map(lineIn),
    ...(missed.length === 0 ? [] : ["", "## Not met, and why", "", ...reasons(missed)]),
    "",
  ].join("\n");
}

function lineIn(row: Row): string {
  const notes = "notMeasured" in row ? row.notMeasured : row.note;
  const what = notes === undefined ? row.what : `${row.what} (${notes})`;
  return `| ${what} | ${figureText(row)} | ${spreadText(row)} | ${targetText(row)} | ${verdictOf(row)} |`;
}

/** One reason for all the targets that it explains. */
const reasons = (missed: readonly Row[]): readonly string[] =>
  [...Map.groupBy(missed, ({ whyNot }) => whyNot)].map(
    ([why, its]) => `- **${its.map(({ what }) => what).join("**, **")}**: ${why}`,
  );
