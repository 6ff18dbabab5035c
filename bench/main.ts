import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { progress, runTool, say } from "../test/support/tool.ts";
import { asked } from "./asked.ts";
import { thisMachine } from "./machine.ts";
import { measured } from "./measured.ts";
import { resultsText } from "./results.ts";
import { lineOf, verdictOf } from "./rows.ts";

const usage = `npm run bench -- [--only bundles|counts|start|judging|body|end-to-end|scale]

Measures hemvist beside its baselines, in rounds that all take part in, and prints a line for each target. The whole run
writes bench/RESULTS.md. The exit status is 1 where a target was not measured. A target that is not met is a result.`;

const results = join(import.meta.dirname, "RESULTS.md");

async function run(): Promise<number> {
  const wanted = asked(process.argv.slice(2));
  if (wanted === undefined) {
    say(usage);
    return 0;
  }
  const [started, machine] = [Date.now(), thisMachine()];
  const rows = await measured(wanted.parts, (row) => {
    progress("");
    say(lineOf(row));
  });
  if (wanted.isWhole) {
    const minutes = (Date.now() - started) / 60_000;
    await writeFile(results, resultsText({ rows, machine, at: new Date(started).toISOString(), minutes }));
    say(`written to bench/RESULTS.md, ${minutes.toFixed(1)} minutes`);
  }
  return rows.some((row) => verdictOf(row) === "not measured") ? 1 : 0;
}

await runTool(run);
