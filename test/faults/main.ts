import { rm } from "node:fs/promises";
import { terminalOn } from "@hemvist/cli/voice";
import { synthesise } from "@hemvist/local";
import { everyFault } from "../../packages/sandbox/faults/every-fault.ts";
import { isWell, rehearse } from "../../packages/sandbox/faults/rehearse.ts";
import { hemvistApp } from "../../packages/sandbox/hemvist.ts";
import { NotUnderstood, optionsIn, runTool, say } from "../support/tool.ts";

const usage = `npm run faults -- [--only NAME]

Rehearses every fault, or the one that is named, as npm run demo -- --fault NAME does: provokes it, waits for its alarm,
runs the commands of its runbook, and asks whether anything was lost. The exit status is 1 if one went wrong.`;

async function run(): Promise<number> {
  const { only, help } = optionsIn(process.argv.slice(2), {
    only: { type: "string" },
    help: { type: "boolean" },
  });
  if (help === true) {
    say(usage);
    return 0;
  }
  const asked = everyFault.filter(({ name }) => only === undefined || name === only);
  if (asked.length === 0) throw new NotUnderstood(`There is no fault called ${only}.`);

  const terminal = terminalOn(process, { language: "en" });
  const folder = await synthesise(hemvistApp);
  const results: string[] = [];
  let status = 0;
  try {
    for (const fault of asked) {
      terminal.line(`\n== ${fault.name}`);
      const began = Date.now();
      const outcome = await rehearse(fault, terminal, { templates: folder }).catch((error: unknown) => {
        terminal.line(`  ${error instanceof Error ? error.stack : String(error)}`);
        return undefined;
      });
      const isGood = outcome !== undefined && isWell(outcome);
      if (!isGood) status = 1;
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      results.push(`${isGood ? "well" : "WRONG"}  ${fault.name}  ${seconds} s  ${JSON.stringify(outcome)}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  terminal.line(`\n${results.join("\n")}`);
  return status;
}

await runTool(run);
