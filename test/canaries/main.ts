import type { RunningSystem } from "@hemvist/local";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { optionsIn, runTool, say } from "../support/tool.ts";
import { flight, printed } from "./run.ts";

const usage = `npm run canaries -- [--short]

Plants a name or a number of its own in every field of every message to hemvist, and looks for them in everything that
comes out (test/canaries/README.md). --short puts many in one message, as npm test does. The exit status is 1 where one
came out that the release table does not name.`;

await runTool(async () => {
  const { help, short } = optionsIn(process.argv.slice(2), {
    help: { type: "boolean", default: false },
    short: { type: "boolean", default: false },
  });
  if (help) {
    say(usage);
    return 0;
  }
  const started: RunningSystem[] = [];
  try {
    const flown = await flight({
      packed: short,
      start: async (options) => {
        const system = await startHemvist(options);
        started.push(system);
        return system;
      },
    });
    for (const line of printed(flown)) say(line);
    return flown.leaks.length + flown.unused.length === 0 ? 0 : 1;
  } finally {
    for (const { stop } of started) await stop();
  }
});
