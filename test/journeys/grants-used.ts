import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";

/** The folder that `npm run iam` collects from: which grants the journeys use. */
export const grantsFolder = "HEMVIST_GRANTS";

/** Writes down which grants a system has used, if `npm run iam` asks. */
export function keepGrantsUsed(system: Pick<RunningSystem, "grantsUsed">): void {
  const folder = process.env[grantsFolder];
  if (folder === undefined) return;
  const lines = system.grantsUsed().map((use) => `${JSON.stringify(use)}\n`);
  appendFileSync(join(folder, `${process.pid}.jsonl`), lines.join(""));
}
