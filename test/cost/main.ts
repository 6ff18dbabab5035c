import { rm } from "node:fs/promises";
import { synthesise } from "@hemvist/local";
import { hemvistApp } from "../../packages/sandbox/hemvist.ts";
import { templatesIn } from "../support/deployed.ts";
import { optionsIn, progress, runTool, say, wholeNumber } from "../support/tool.ts";
import { counted, decisionBytes } from "./counted.ts";
import { idle } from "./idle.ts";
import { otherDesigns } from "./other-designs.ts";
import { printed } from "./printed.ts";

const usage = `npm run cost -- [--decisions N]

Runs hemvist on this machine with N decisions (20 unless given), counts what its functions call, and prints what a
million would cost beside other designs, and what it costs a month before the first decision.`;

async function run(): Promise<number> {
  const { help, decisions } = optionsIn(process.argv.slice(2), {
    decisions: { type: "string", default: "20" },
    help: { type: "boolean", default: false },
  });
  if (help) {
    say(usage);
    return 0;
  }
  const many = wholeNumber("decisions", decisions);
  progress("synthesising the templates");
  const folder = await synthesise(hemvistApp);
  try {
    progress("running hemvist, and counting");
    const count = await counted(many, folder);
    progress("");
    const others = otherDesigns(count.sent, decisionBytes);
    for (const line of printed({ counted: count, others, idle: idle(templatesIn(folder)) })) say(line);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await runTool(run);
