import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { progress, runTool, say } from "../support/tool.ts";
import { asked } from "./asked.ts";
import { type Bug, editsOf, type Suite } from "./bug.ts";
import { complaintsOf } from "./complaints.ts";
import { everyBug } from "./every-bug.ts";
import { isEnough, linesOf, sumsOf, verdictLines } from "./figures.ts";
import { judge, type Verdict } from "./judge.ts";
import { inLanes } from "./lanes.ts";
import { copyProject, removeCopy } from "./project-copy.ts";
import { runSuite } from "./suites.ts";

const usage = `npm run planted                     plants every bug in turn
npm run planted -- --only NAME      that one; may be given several times
npm run planted -- --list           their names`;

const root = join(import.meta.dirname, "..", "..");

/** A suite that fails without any bug catches none. */
async function checkThatAllIsWell(copies: readonly string[], bugs: readonly Bug[]): Promise<void> {
  const files = [...new Set(bugs.flatMap(editsOf).map(({ file }) => file))];
  const suites = [...new Set<Suite>(["unit", ...bugs.map(({ suite }) => suite)])];
  await inLanes({ lanes: copies, items: suites }, async (suite, copy) => {
    if (suite === "compiler") return;
    const outcome = await runSuite(suite, { copy, files });
    if (!outcome.green) throw new Error(`${suite} fails without any bug: ${outcome.failed}`);
    progress(`green without a bug: ${suite}`);
  });
}

async function run(bugs: readonly Bug[]): Promise<readonly Verdict[]> {
  const complaints = complaintsOf(bugs, root);
  progress(`${bugs.length} bugs can be planted`);
  const copies = await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, copyProject));
  process.once("SIGINT", () => {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    await checkThatAllIsWell(copies, bugs);
    let done = 0;
    return await inLanes({ lanes: copies, items: bugs }, async (bug, copy) => {
      const verdict = await judge(bug, { copy, complaints: complaints.get(bug) ?? [] });
      done += 1;
      progress(`${done} of ${bugs.length}`);
      return verdict;
    });
  } finally {
    await Promise.all(copies.map(removeCopy));
  }
}

async function plantAll(bugs: readonly Bug[]): Promise<number> {
  const started = performance.now();
  const verdicts = await run(bugs);
  for (const line of verdicts.flatMap(verdictLines)) say(line);
  const sums = sumsOf(verdicts);
  for (const line of linesOf(sums)) say(line);
  say(`${((performance.now() - started) / 1000).toFixed(0)} seconds`);
  return isEnough(sums) ? 0 : 1;
}

await runTool(async () => {
  const wanted = asked(process.argv.slice(2), everyBug);
  if (wanted.kind === "plant") return plantAll(wanted.bugs);
  if (wanted.kind === "help") say(usage);
  else for (const { name, suite } of everyBug) say(`${name}  (${suite})`);
  return 0;
});
