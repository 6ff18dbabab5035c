import { progress, runTool, say } from "../support/tool.ts";
import { asked } from "./asked.ts";
import { fuzzRun } from "./fuzz-run.ts";
import { printed } from "./printed.ts";

const usage = `npm run fuzz -- [--requests N] [--seed N]

Runs hemvist on this machine, and sends it N requests, made from its OpenAPI document and a seed: valid, at the edges,
broken, of another party, and with tokens that must not let them in. Each answer is judged. The exit status is 1 if one
is a fault of hemvist's, breaks the document, or shows a party what is not its own.`;

async function run(): Promise<number> {
  const wanted = asked(process.argv.slice(2));
  if (wanted === undefined) {
    say(usage);
    return 0;
  }
  progress("synthesising the templates, and starting what they declare");
  const result = await fuzzRun({ ...wanted, say: progress });
  progress("");
  for (const line of printed(result)) say(line);
  return result.found.length === 0 ? 0 : 1;
}

await runTool(run);
