import { asDocumented, type Cell, type EngineName, engineNames } from "./behaviour.ts";
import type { Conformance } from "./conform.ts";
import { sections } from "./sections.ts";

/** As the tables call them. */
export const titles: Readonly<Record<EngineName, string>> = {
  simulated: "simulated",
  bare: "dynalite, fauxqs",
  local: "local run",
  amazon: "DynamoDB Local",
};

export const markOf: Readonly<Record<Cell["mark"], string>> = {
  shown: "✓",
  "not shown": "✗",
  none: "—",
  "not asked": "○",
};

export const legend = [
  "✓ behaves as AWS documents",
  "✗ does not, in a known way",
  "— has no such part",
  "○ cannot be asked, or not in reasonable time",
] as const;

/** Of an engine that is not here. */
export const absentMark = "·";

/** What was found, or what the cell says where nothing was asked. */
export function foundMark({ row, found }: Conformance, engine: EngineName): string {
  const { mark } = row.shows[engine];
  if (mark === "none" || mark === "not asked") return markOf[mark];
  const seen = found[engine];
  if (seen === undefined) return absentMark;
  return seen === asDocumented ? markOf.shown : markOf["not shown"];
}

/** How many of each mark, by engine. */
export function tally(marks: (engine: EngineName) => readonly string[]): readonly string[] {
  return engineNames.map((engine) => {
    const all = marks(engine);
    const count = (mark: string): string => `${mark} ${all.filter((one) => one === mark).length}`;
    const seen = [...Object.values(markOf), absentMark].filter((mark) => all.includes(mark));
    return `${titles[engine]}: ${seen.map(count).join("  ")}`;
  });
}

export const rowCount = sections.reduce((sum, { rows }) => sum + rows.length, 0);
