import { basename } from "node:path";
import type { RunningSystem } from "@hemvist/local";
import type { Municipality } from "@hemvist/rules";
import { afterAll, expect } from "vitest";
import { metricsIn, undeclaredIn } from "../logs/declared-metrics.ts";
import { againstAws } from "../logs/emf-as-aws-has-it.ts";
import { linesWithoutIds } from "../logs/ids-of-lines.ts";
import { metricsOf } from "../logs/written-by.ts";

const written = new Set<string>();

/** Judges each line that the functions of a run have logged. */
export function judgeLogs(logs: RunningSystem["logs"], municipality: Municipality): void {
  for (const name of metricsIn(logs)) written.add(name);
  expect(linesWithoutIds(logs), "lines that lack an id").toEqual([]);
  expect(undeclaredIn(logs, municipality), "metrics that the catalogue does not declare so").toEqual([]);
  expect(againstAws(logs), "metrics that CloudWatch would not take").toEqual([]);
}

// This file is loaded before the journey has registered anything, so it runs after all its systems have stopped.
afterAll(() => {
  const journey = basename(expect.getState().testPath ?? "", ".test.ts");
  const missing = metricsOf(journey).filter((name) => !written.has(name));
  expect(missing, `metrics that test/logs/written-by.ts expects of ${journey}`).toEqual([]);
});
