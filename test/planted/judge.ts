import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bug, editsOf } from "./bug.ts";
import { planted, textsIn } from "./plant.ts";
import { type Outcome, runSuite } from "./suites.ts";

/** What came of planting a bug. */
export interface Verdict {
  readonly bug: Bug;
  /** What came of the suite that should catch it. */
  readonly suite: Outcome;
  /** What came of the tests beside the code: what would have been seen if there were no others. */
  readonly unit: Outcome;
}

/**
 * Plants a bug in a copy, runs what should catch it and what would have if there were only unit tests, and digs it up.
 * @param complaints the compiler's, about the bug
 */
export async function judge(
  bug: Bug,
  { copy, complaints }: { readonly copy: string; readonly complaints: readonly string[] },
): Promise<Verdict> {
  const files = [...new Set(editsOf(bug).map(({ file }) => file))];
  const clean = files.map((file) => [file, textsIn(copy)(file)] as const);
  try {
    for (const [file, text] of planted(bug, textsIn(copy))) await writeFile(join(copy, file), text);
    const unit = await runSuite("unit", { copy, files });
    if (bug.suite === "unit") return { bug, suite: unit, unit };
    if (bug.suite === "compiler") return { bug, suite: outcomeOf(complaints), unit };
    return { bug, suite: await runSuite(bug.suite, { copy, files }), unit };
  } finally {
    for (const [file, text] of clean) await writeFile(join(copy, file), text);
  }
}

const outcomeOf = ([first]: readonly string[]): Outcome =>
  first === undefined ? { green: true } : { green: false, failed: first };
