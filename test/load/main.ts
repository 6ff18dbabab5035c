import { parseArgs } from "node:util";
import { loadRun } from "./load-run.ts";
import { printed } from "./printed.ts";

const usage = `npm run load -- [--decisions N] [--duplicates 0.05] [--seed N]

Runs hemvist on this machine, lets the four SF send N decisions, kills functions in the middle of their batches by a
plan from the seed, and reconciles. The exit status is 1 where anything does not balance.`;

const { values } = parseArgs({
  options: {
    decisions: { type: "string", default: "2000" },
    duplicates: { type: "string", default: "0.05" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Progress is no result: it goes where it can be thrown away. */
const tell = (text: string): void => void process.stderr.write(`\r${text.padEnd(70)}`);

async function run(): Promise<boolean> {
  const [decisions, duplicates, seed] = [values.decisions, values.duplicates, values.seed].map(Number);
  if (!(decisions && decisions > 0) || duplicates === undefined || !(duplicates >= 0 && duplicates <= 1)) {
    say(usage);
    return false;
  }
  tell("synthesising the templates, and starting what they declare");
  const result = await loadRun({ decisions, duplicates, seed: seed ?? 1, tell });
  tell("");
  tell("\r");
  for (const line of printed(result)) say(line);
  return result.balances;
}

if (values.help) say(usage);
else process.exitCode = (await run()) ? 0 : 1;
