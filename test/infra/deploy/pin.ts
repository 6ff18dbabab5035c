import { writeFileSync } from "node:fs";
import { runTool, say, takesNothing } from "../../support/tool.ts";
import { synthesised } from "../synthesised.ts";
import { lastingIn, notPinned, pinned, pinnedFile, pinnedStages, takenAway } from "./lasting.ts";

const usage = `node test/infra/deploy/pin.ts

Adds what is new and must last to the files of both stages. It takes nothing out of them: if a deployment would replace
or delete something, it prints what, and leaves that stage's file as it was.`;

function pin(): Promise<number> {
  takesNothing(process.argv.slice(2), usage);
  let status = 0;
  for (const stage of pinnedStages) {
    const [before, now] = [pinned(stage), lastingIn(synthesised(stage))];
    const gone = takenAway(before, now);
    for (const line of gone) say(`${stage}: ${line}`);
    if (gone.length > 0) {
      status = 1;
      continue;
    }
    for (const line of notPinned(before, now)) say(`${stage}: pinned ${line}`);
    writeFileSync(pinnedFile(stage), `${JSON.stringify(now, undefined, 2)}\n`);
  }
  return Promise.resolve(status);
}

await runTool(pin);
