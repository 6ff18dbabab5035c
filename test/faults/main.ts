import { rm } from "node:fs/promises";
import { terminalOn } from "@hemvist/cli/voice";
import { synthesise } from "@hemvist/local";
import { everyFault } from "../../packages/sandbox/faults/every-fault.ts";
import { isWell, rehearse } from "../../packages/sandbox/faults/rehearse.ts";
import { hemvistApp } from "../../packages/sandbox/hemvist.ts";

// Rehearses every fault, or those that are named: `npm run faults -- poison flood`. The status is 1 if one went wrong.
const named = process.argv.slice(2);
const terminal = terminalOn(process, { language: "en" });
const folder = await synthesise(hemvistApp);
const results: string[] = [];
try {
  for (const fault of everyFault.filter(({ name }) => named.length === 0 || named.includes(name))) {
    terminal.line(`\n== ${fault.name}`);
    const began = Date.now();
    const outcome = await rehearse(fault, terminal, { templates: folder }).catch((error: unknown) => {
      terminal.line(`  ${error instanceof Error ? error.stack : String(error)}`);
      return undefined;
    });
    const isGood = outcome !== undefined && isWell(outcome);
    if (!isGood) process.exitCode = 1;
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    results.push(`${isGood ? "well" : "WRONG"}  ${fault.name}  ${seconds} s  ${JSON.stringify(outcome)}`);
  }
} finally {
  await rm(folder, { recursive: true });
}
terminal.line(`\n${results.join("\n")}`);
