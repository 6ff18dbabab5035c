import { progress, runTool, say } from "../support/tool.ts";
import { asked } from "./asked.ts";
import { loadRun } from "./load-run.ts";
import { printed } from "./printed.ts";

const usage = `npm run load -- [--decisions N] [--duplicates 0.05] [--seed N]

Runs hemvist on this machine, lets the four SF send N decisions, kills functions in the middle of their batches by a
plan from the seed, and reconciles. The exit status is 1 where anything does not balance.`;

async function run(): Promise<number> {
  const wanted = asked(process.argv.slice(2));
  if (wanted === undefined) {
    say(usage);
    return 0;
  }
  progress("synthesising the templates, and starting what they declare");
  const result = await loadRun({ ...wanted, say: progress });
  progress("");
  for (const line of printed(result)) say(line);
  return result.balances ? 0 : 1;
}

await runTool(run);
