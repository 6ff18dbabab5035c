import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dueShards } from "../../packages/adapters/case-item.ts";
import { optionsIn, runTool, say, wholeNumber } from "../support/tool.ts";
import { dueAmongInFolder } from "./due-among.ts";

const usage = `npm run scale -- [--records N] [--due N]   one run of follow-up, with few due among many (100 among 1,000,000)`;

async function run(): Promise<number> {
  const { records, due, help } = optionsIn(process.argv.slice(2), {
    records: { type: "string" },
    due: { type: "string" },
    help: { type: "boolean" },
  });
  if (help) {
    say(usage);
    return 0;
  }
  const asked = {
    stored: wholeNumber("records", records ?? "1000000"),
    due: wholeNumber("due", due ?? "100"),
  };
  const folder = await mkdtemp(join(tmpdir(), "hemvist-scale-"));
  const started = performance.now();
  try {
    const { calls, notified, milliseconds } = await dueAmongInFolder(folder, asked);
    const made = Object.entries(calls).map(([name, count]) => `${name} ${count}`);
    say(`${asked.due} due among ${asked.stored}: ${notified} notified, ${made.join(", ")}`);
    say(
      `the run took ${milliseconds.toFixed(0)} ms of the processor, all of it ${seconds(performance.now() - started)} s`,
    );
    return notified === asked.due && calls["Query"] === dueShards ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(0);

await runTool(run);
