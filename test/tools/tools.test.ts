import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one of our own tools as its npm script does, without what the script runs before it. */
function run(file: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, file), ...args], { cwd: root }, (failed, out, error) =>
      resolve({ status: failed === null ? 0 : Number(failed.code), out, error }),
    );
  });
}

const simulate = "test/simulation/main.ts";
const disclosure = "test/disclosure/main.ts";
const planted = "test/planted/main.ts";
const load = "test/load/main.ts";
const report = "packages/cli/report/report.ts";
const start = "packages/sandbox/main.ts";
const check = "packages/cli/check-decision/check-decision.ts";
const ops = "packages/cli/main.ts";
const sample = "events/decisions/01-traineeship-with-diet-and-exercise.json";

/** What a tool is asked for, and what it says of it. */
const refused: readonly (readonly [tool: string, args: string, says: RegExp])[] = [
  [simulate, "--seeds abc", /--seeds takes a whole number from 1, not "abc"/],
  [simulate, "--seeds 0", /--seeds takes a whole number from 1/],
  [simulate, "--seeds -1", /--seeds/],
  [simulate, "--seeds 1.5", /--seeds takes a whole number/],
  [simulate, "--seeds 5 --decisions 0", /--decisions takes a whole number from 1/],
  [simulate, "--seed abc", /--seed takes a whole number from 0/],
  [simulate, "--seed 1 --decisions many", /--decisions takes a whole number/],
  [simulate, "--seed 1 --seeds 2", /one of --seeds, --seed and --crash/],
  [simulate, "--crash 1", /--crash takes a run, an await and a moment/],
  [simulate, "--crash 1.1.during", /--crash takes/],
  [simulate, "--crash 99999.1.before", /nothing was crashed/],
  [simulate, "--sedes 5", /Unknown option '--sedes'/],
  [simulate, "5", /Unexpected argument '5'/],
  [planted, "--only nothing-of-the-kind", /no planted bug called nothing-of-the-kind/],
  [planted, "--many", /Unknown option/],
  [planted, "all", /Unexpected argument/],
  [load, "--decisions 0", /--decisions takes a whole number from 1/],
  [load, "--decisions abc", /--decisions takes a whole number/],
  [load, "--duplicates 2", /--duplicates takes a number from 0 to 1/],
  [load, "--seed abc", /--seed takes a whole number/],
  [load, "20000", /Unexpected argument/],
  [disclosure, "--cities none", /--cities takes a whole number from 1/],
  [disclosure, "--periods 9", /--periods takes a whole number from 1 to 8/],
  [disclosure, "--city 4", /Unknown option/],
  [disclosure, "4", /Unexpected argument/],
  ["test/conformance/main.ts", "sqs", /Unexpected argument/],
  ["test/conformance/document.ts", "--here", /Unknown option/],
  ["test/docs/draw-status-model.ts", "docs", /Unexpected argument/],
  ["test/judges/install.ts", "cfn-lint", /takes no arguments/],
  ["packages/contracts/openapi/generate.ts", "openapi", /takes no arguments/],
  [check, "", /Name at least one file/],
  [check, `--received 2026-02-30 ${sample}`, /YYYY-MM-DD/],
  [check, `--recieved 2026-11-02 ${sample}`, /Unknown option/],
  [report, "", /Say which report/],
  [report, "--quarter 2026Q5", /no period/],
  [report, "--week-40 abc", /no period/],
  [report, "--week-40 2026 --from synthetic:0", /without decisions shows nothing/],
  [report, "--week-40 2026 --from synthetic:abc", /There are no messages in/],
  [report, "2026Q4", /npm run report/],
  [start, "--port abc", /a port is 0 to 65535/],
  [start, "--port 1e3", /a port is 0 to 65535/],
  [start, "--story other", /Allowed choices are three-years/],
  [start, "--exits", /unknown option/],
  [start, "decisions", /too many arguments/],
  [ops, "", /hemvist ops <command>/],
  [ops, "reconcile", /hemvist ops <command>/],
  [ops, "ops nothing", /There is no command nothing/],
  [ops, "ops dead-letters everything", /does not take the argument everything/],
  [ops, "ops dead-letters --queue nowhere", /There is no queue nowhere/],
  [ops, "ops explain a b", /does not take the argument b/],
  [ops, "ops reconcile", /Which days/],
  [ops, "ops reconcile --day 2026-02-30", /is no day/],
  [ops, "ops reconcile --day 2026-11-02 --to 2026-11-03", /not both/],
  [ops, "ops replay --party sf-centrum --from today --to now", /is no instant/],
  [ops, "ops replay --party nobody --from 2026-11-02T09:00:00Z --to 2026-11-02T10:00:00Z", /no party nobody/],
  [ops, "ops redrive --now", /Unknown option/],
];

describe("a tool that does not understand what it is asked for", () => {
  it.each(refused)(
    "%s %s: says so in one sentence, and does nothing",
    async (file, args, says) => {
      const { status, out, error } = await run(file, args === "" ? [] : args.split(" "));

      expect(`${out}${error}`).toMatch(says);
      expect(status).toBe(1);
      expect(`${out}${error}`).not.toMatch(/^ {4}at /m);
      expect(out).not.toContain("violations");
    },
    120_000,
  );

  it("is one of all that there are", () => {
    const all = Object.values(scripts).flatMap((script) => [
      ...script.matchAll(/\bnode (?:--\S+ )?(\S+\.ts)/g),
    ]);
    const files = new Set(all.map(([, file]) => file));

    // The CDK app is no tool of ours: the CDK gives it what it asks for in the environment.
    expect([...files].filter((file) => refused.every(([tool]) => tool !== file))).toEqual(["infra/app.ts"]);
  });
});
