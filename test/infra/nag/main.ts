import { runTool, say, takesNothing } from "../../support/tool.ts";
import { acknowledgements } from "./acknowledged/index.ts";
import { answersNothing, contradictions, judged } from "./judged.ts";
import { findingsOfPacks } from "./packs.ts";
import { printed } from "./printed.ts";
import { judgedStages } from "./stages.ts";

const usage = `npm run nag

Judges the templates with cdk-nag (test/infra/nag/README.md) and prints what it finds, by class and pack. The exit
status is 1 where a finding has no reason, where a reason answers nothing, or where a reason is not true.`;

function run(): Promise<number> {
  takesNothing(process.argv.slice(2), usage);
  const stages = [...judgedStages()].map(([name, templates]) => ({
    name,
    templates,
    ...judged(findingsOfPacks(templates), acknowledgements),
  }));
  const unanswered = answersNothing(stages, acknowledgements);
  const untrue = stages.flatMap(({ name, templates, answered }) =>
    answered.flatMap((one) =>
      contradictions(one, templates).map((contradiction) => `${contradiction} (${name})`),
    ),
  );
  for (const line of printed({ stages, unanswered, untrue })) say(line);
  const faults = [...unanswered, ...untrue, ...stages.flatMap(({ open }) => open)];
  return Promise.resolve(faults.length === 0 ? 0 : 1);
}

await runTool(run);
