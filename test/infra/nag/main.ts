import { runTool, say, takesNothing } from "../../support/tool.ts";
import { acknowledgements } from "./acknowledged/index.ts";
import { foreignFindings } from "./foreign/foreign-judge.ts";
import { foreignJudges } from "./foreign/index.ts";
import { answersNothing, contradictions, judged } from "./judged.ts";
import { findingsOfPacks } from "./packs.ts";
import { printed } from "./printed.ts";
import { judgedStages } from "./stages.ts";

const usage = `npm run nag

Judges the templates with cdk-nag, and with checkov, cfn-lint and parliament where they are installed (npm run judges).
Prints what they find, by class and pack (test/infra/nag/README.md). The exit status is 1 where a finding has no reason,
where a reason answers nothing, or where a reason is not true.`;

async function run(): Promise<number> {
  takesNothing(process.argv.slice(2), usage);
  const synthesised = judgedStages();
  const foreign = await foreignFindings(foreignJudges, synthesised);
  const stages = [...synthesised].map(([name, templates]) => ({
    name,
    templates,
    ...judged([...findingsOfPacks(templates), ...foreign.of(name)], acknowledgements),
  }));
  const unanswered = answersNothing(stages, acknowledgements, foreign.wasAsked);
  const untrue = stages.flatMap(({ name, templates, answered }) =>
    answered.flatMap((one) =>
      contradictions(one, templates).map((contradiction) => `${contradiction} (${name})`),
    ),
  );
  for (const line of printed({ stages, unanswered, untrue })) say(line);
  const faults = [...unanswered, ...untrue, ...stages.flatMap(({ open }) => open)];
  return faults.length === 0 ? 0 : 1;
}

await runTool(run);
