import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { partiesOf } from "@hemvist/rules";
import { grantsFolder } from "../journeys/grants-used.ts";
import { goteborg } from "../support/goteborg.ts";
import { optionsIn, runTool, say, wholeNumber } from "../support/tool.ts";
import { against } from "./against-matrix.ts";
import { type Judged, judgeAll } from "./judge-all.ts";
import { linesOf, tableOf } from "./table.ts";
import { templatesOf } from "./templates.ts";
import { usedAmong, usesIn } from "./used.ts";
import { withFurther } from "./with-further.ts";

const usage = `npm run iam -- [--whole] [--parties N] [--used FOLDER | --judge-only]

Judges every principal, action and resource of the templates of both stages against test/iam/matrix.ts, and the same with
N further parties (290). Then it runs the journeys, and says which grants none of them used.

--whole       asks the judge also where no policy names the action: minutes more
--used        reads what journeys wrote down before, with ${grantsFolder}=FOLDER in their environment
--judge-only  runs no journey

The exit status is 1 if a grant is not in the matrix, or one in the matrix is not in the templates.`;

async function run(): Promise<number> {
  const options = optionsIn(process.argv.slice(2), {
    help: { type: "boolean" },
    whole: { type: "boolean" },
    parties: { type: "string" },
    used: { type: "string" },
    "judge-only": { type: "boolean" },
  });
  if (options.help === true) {
    say(usage);
    return 0;
  }
  const whole = options.whole === true;
  const ours = partiesOf(goteborg);
  const production = await judgeAll(templatesOf("production"), { whole });
  const outcomes = [
    said("production", production),
    said("test", await judgeAll(templatesOf("test"), { whole })),
    said(
      "production with further parties",
      await judgeAll(
        templatesOf("production", withFurther(ours, wholeNumber("parties", options.parties ?? "290"))),
      ),
    ),
  ];
  if (options["judge-only"] !== true) sayUsed(production, options.used ?? journeysRun());
  return outcomes.every((good) => good) ? 0 : 1;
}

/** Whether it is as the matrix says. */
function said(what: string, judged: Judged): boolean {
  const { cells, grants, principals, resources, withoutTls } = judged;
  const table = tableOf(judged);
  const { extra, missing } = against(
    table,
    resources.map(({ kind }) => kind),
  );
  say(
    `${what}: ${principals.length} principals, ${resources.length} resources, ${cells} cells, ${grants.length} grants (${linesOf(table).length} lines of the matrix), ${withoutTls.length} of them without TLS`,
  );
  for (const line of extra) say(`  NOT IN THE MATRIX: ${line}`);
  for (const line of missing) say(`  NOT IN THE TEMPLATES: ${line}`);
  return extra.length + missing.length + withoutTls.length === 0;
}

function sayUsed(judged: Judged, folder: string): void {
  const { used, unused } = usedAmong(judged, usesIn(folder));
  say(`used by journeys: ${used.length} lines; never used: ${unused.length}`);
  for (const line of unused) say(`  ${line}`);
}

/** Where the journeys have written down which grants they used. */
function journeysRun(): string {
  const folder = mkdtempSync(join(tmpdir(), "hemvist-grants-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "engines", "test/journeys"],
    { env: { ...process.env, [grantsFolder]: folder }, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) throw new Error("the journeys failed: run npm test first");
  return folder;
}

await runTool(run);
