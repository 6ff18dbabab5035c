import "../simulation/platform/silent-log.ts";
import { runTool, say, takesNothing } from "../support/tool.ts";
import { engineNames } from "./behaviour.ts";
import { conform, surprises } from "./conform.ts";
import { startEngines } from "./engines.ts";
import { absentMark, foundMark, legend, rowCount, tally, titles } from "./marks.ts";
import { heading, printedRow } from "./printed.ts";

const usage = `npm run conformance

Asks every engine that the tests stand on how it behaves, and compares with docs/platform-behaviours.md
(test/conformance/README.md). The exit status is 1 where one behaves otherwise.`;

async function run(): Promise<number> {
  takesNothing(process.argv.slice(2), usage);
  const engines = await startEngines();
  for (const [engine, why] of engines.absent) say(`${titles[engine]} is not here (${absentMark}): ${why}.`);

  let title = "";
  const all = await conform(engines, (conformance) => {
    if (conformance.section.title !== title) {
      if (title === "") say(heading());
      title = conformance.section.title;
      say(title);
    }
    say(printedRow(conformance));
  });
  await engines.stop();

  say(`\n${legend.join("   ")}`);
  say(`${rowCount} behaviours. Found now:`);
  for (const line of tally((engine) => all.map((conformance) => foundMark(conformance, engine))))
    say(`  ${line}`);

  const unexpected = surprises(all);
  const asked = all.flatMap(({ found }) =>
    engineNames.filter((engine) => found[engine] !== undefined),
  ).length;
  if (unexpected.length === 0)
    say(`All ${asked} answers are those of docs/platform-behaviours.md, which says why.`);
  for (const line of unexpected) say(`NOT as docs/platform-behaviours.md has it: ${line}`);
  // No answer at all is no conformance.
  return unexpected.length === 0 && asked > 0 ? 0 : 1;
}

await runTool(run);
