import type { RunningSystem } from "@hemvist/local";
import { startHemvist } from "../packages/sandbox/hemvist.ts";
import { progress } from "../test/support/tool.ts";
import type { Part } from "./asked.ts";
import { type Deployed, synthesised } from "./deployed.ts";
import { bodyToAnswer } from "./measured/body-to-answer.ts";
import { bundles } from "./measured/bundles.ts";
import { counted } from "./measured/counted.ts";
import { endToEnd } from "./measured/end-to-end.ts";
import { judging } from "./measured/judging.ts";
import { atScale } from "./measured/scale.ts";
import { start } from "./measured/start.ts";
import type { Row } from "./rows.ts";

type Measure = (deployed: Deployed, system: RunningSystem) => Promise<readonly Row[]>;

const measures: Readonly<Record<Part, Measure>> = {
  bundles: (deployed) => Promise.resolve(bundles(deployed)),
  counts: (_deployed, system) => counted(progress, system),
  start: (deployed, system) => start(progress, deployed, system),
  judging: () => judging(progress),
  body: () => bodyToAnswer(progress),
  "end-to-end": (deployed, system) => endToEnd(progress, deployed, system),
  scale: () => atScale(progress),
};

/** Measures the parts one after the other. One that fails is a row that was not measured, and the others go on. */
export async function measured(parts: readonly Part[], onRow: (row: Row) => void): Promise<readonly Row[]> {
  progress("synthesising the templates, and starting what they declare");
  const deployed = await synthesised();
  const rows: Row[] = [];
  try {
    const system = await startHemvist({
      templates: deployed.templates,
      startsAt: "2026-11-02T09:00:00Z",
    });
    try {
      for (const part of parts)
        for (const row of await rowsOf(part, () => measures[part](deployed, system))) {
          rows.push(row);
          onRow(row);
        }
    } finally {
      await system.stop();
    }
  } finally {
    await deployed.remove();
  }
  return rows;
}

async function rowsOf(part: Part, measure: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await measure();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ what: part, unit: "×", bound: { atMost: 0 }, notMeasured: why.split("\n")[0] ?? why }];
  }
}
