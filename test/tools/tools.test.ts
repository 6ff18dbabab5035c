import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inTurn, type Ran, root, run } from "./ran.ts";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const simulate = "test/simulation/main.ts";
const disclosure = "test/disclosure/main.ts";
const planted = "test/planted/main.ts";
const load = "test/load/main.ts";
const fuzz = "test/fuzz/main.ts";
const canaries = "test/canaries/main.ts";
const iam = "test/iam/main.ts";
const nag = "test/infra/nag/main.ts";
const deploy = "infra/deploy/main.ts";
const bench = "bench/main.ts";
const cost = "test/cost/main.ts";
const scale = "test/scale/main.ts";
const start = "packages/sandbox/main.ts";
const hemvist = "packages/cli/main.ts";
const sample = "events/decisions/01-traineeship-with-diet-and-exercise.json";
const window = "--from 2026-11-02T09:00:00Z --to 2026-11-02T10:00:00Z";

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
  [simulate, "--municipalities 1", /--municipalities takes a number from 2 to 676/],
  [simulate, "--municipalities 5 --seeds 2", /--municipalities takes --seed and --decisions/],
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
  [fuzz, "--requests 0", /--requests takes a whole number from 1/],
  [fuzz, "--requests many", /--requests takes a whole number/],
  [fuzz, "--seed abc", /--seed takes a whole number from 0/],
  [fuzz, "--operation readCase", /Unknown option/],
  [fuzz, "100000", /Unexpected argument/],
  [canaries, "--nonsense", /Unknown option/],
  [iam, "--nonsense", /Unknown option/],
  [nag, "--nonsense", /Unknown option/],
  [scale, "--records 0", /--records takes a whole number from 1/],
  [scale, "1000000", /Unexpected argument/],
  [cost, "--decisions 0", /--decisions takes a whole number from 1/],
  [cost, "--region eu-west-1", /Unknown option/],
  [cost, "20", /Unexpected argument/],
  [bench, "--only nothing", /--only takes one of bundles, counts, start, .*, not "nothing"/],
  [bench, "--only", /--only/],
  [bench, "--rounds 3", /Unknown option '--rounds'/],
  [bench, "judging", /Unexpected argument 'judging'/],
  [disclosure, "--cities none", /--cities takes a whole number from 1/],
  [disclosure, "--periods 9", /--periods takes a whole number from 1 to 8/],
  [disclosure, "--city 4", /Unknown option/],
  [disclosure, "4", /Unexpected argument/],
  ["test/conformance/main.ts", "sqs", /Unexpected argument/],
  ["test/conformance/document.ts", "--here", /Unknown option/],
  ["test/docs/draw-documents.ts", "docs", /Unexpected argument/],
  ["test/infra/dashboards-document.ts", "docs", /Unexpected argument/],
  ["test/infra/draw-scale.ts", "docs", /Unexpected argument/],
  ["test/infra/slo-scenarios.ts", "docs", /Unexpected argument/],
  ["test/faults/main.ts", "--only nothing-of-the-kind", /There is no fault called nothing-of-the-kind/],
  ["test/faults/main.ts", "poison", /Unexpected argument/],
  ["test/infra/deploy/pin.ts", "all", /Unexpected argument/],
  ["test/infra/draw-alarms.ts", "alarms", /Unexpected argument/],
  ["test/judges/install.ts", "cfn-lint", /takes no arguments/],
  ["packages/contracts/openapi/generate.ts", "openapi", /takes no arguments/],
  ["infra/bundling/treemap.ts", "hand-off", /treemap takes no arguments/],
  ["infra/bundling/release-papers.ts", "hand-off", /sbom takes no arguments/],
  ["infra/app.ts", "prod", /synth takes no arguments, not prod/],
  ["infra/app.ts", "-c stage=prod", /synth takes no arguments, not -c/],
  [deploy, "", /Name the stage: --stage test or --stage production/],
  [deploy, "--stage local", /--stage is test or production, not local/],
  [deploy, "--stage test --plan --yes", /--plan does not go with --yes/],
  [deploy, "--stage test --back --plan", /--plan does not go with --back/],
  [deploy, "--stage production", /Stage "production" cannot be deployed.*account is missing/],
  [deploy, "-c stage=test", /Unknown option '-c'/],
  [start, "--port abc", /--port needs a whole number from 0 to 65534, not abc/],
  [start, "--port 1e3", /--port needs a whole number/],
  [start, "--port 65535", /--port needs a whole number/],
  [start, "--port -1", /--port needs a whole number/],
  [start, "--port", /--port needs a value: --port PORT/],
  [start, "--now yesterday", /--now needs an instant, such as 2026-11-02T09:00:00Z, not yesterday/],
  [start, "--now 2026-11-02", /--now needs an instant/],
  [start, "--now 2026-02-30T09:00:00Z", /--now needs an instant/],
  [start, "--fault nothing", /no fault called nothing/],
  [start, "--fault poison --empty", /--fault goes with nothing but --lang/],
  [start, "--exit --empty", /--empty does not go with --exit or --story/],
  [start, "--story three-years --now 2026-11-02T09:00:00Z", /--now does not go with --exit or --story/],
  [start, "--story other", /--story is three-years, not other/],
  [start, "--nothing", /has no option --nothing/],
  [start, "decisions", /does not take the argument decisions/],
  [hemvist, "", /Give a command after hemvist: check-decision, report, ops/],
  [hemvist, "nothing", /There is no command nothing: check-decision, report, ops/],
  [hemvist, "--json", /hemvist has no option --json/],
  [hemvist, "check-decision", /Name at least one file/],
  [hemvist, `check-decision --received 2026-02-30 ${sample}`, /--received needs a date that exists/],
  [hemvist, `check-decision ${sample} --received`, /--received needs a value: --received DAY/],
  [hemvist, `check-decision --recieved 2026-11-02 ${sample}`, /no option --recieved: do you mean --received/],
  [
    hemvist,
    `check-decision --received 2026-11-02 --received 2026-11-03 ${sample}`,
    /--received is given twice/,
  ],
  [hemvist, `check-decision ${sample} --lang fi`, /--lang is sv or en, not fi/],
  [hemvist, "check-decision - -", /Standard input can be read only once/],
  [hemvist, "check-decision no-such-file.json", /There is no no-such-file.json/],
  [hemvist, `check-decision ${sample} events`, /events is a folder: give a file/],
  [hemvist, "report", /Say which report/],
  [hemvist, "report --quarter 2026Q5", /2026Q5 is no period for not-carried-out/],
  [hemvist, "report --week-40 abc", /is no period for week-40/],
  [hemvist, "report --agenda 2026-11 --agenda 2026-12", /--agenda is given twice/],
  [hemvist, "report --week-40 2026 --from synthetic:0", /without decisions shows nothing/],
  [hemvist, "report --week-40 2026 --from synthetic:abc", /give a number of decisions/],
  [hemvist, "report --week-40 2026 --from nowhere", /There is no nowhere/],
  [hemvist, `report --week-40 2026 --from ${sample}`, /is no folder: give a folder/],
  [hemvist, "report --week-40 2026 --from docs", /There are no messages in docs/],
  [hemvist, "report --week-40 2026 --from synthetic:9 --out package.json", /package.json is no folder/],
  [hemvist, "report 2026Q4", /report does not take the argument 2026Q4/],
  [hemvist, "report --month 2026-11", /report has no option --month/],
  [hemvist, "ops", /Give a command after ops: queues, dead-letters, explain/],
  [hemvist, "ops nothing", /There is no command nothing: queues, dead-letters, explain/],
  [hemvist, "ops dead-letters everything", /does not take the argument everything/],
  [hemvist, "ops dead-letters --queue nowhere", /There is no queue nowhere/],
  [hemvist, "ops dead-letters --from 2026-11-02", /dead-letters has no option --from/],
  [hemvist, "ops explain", /Which letter/],
  [hemvist, "ops explain a b", /does not take the argument b/],
  [hemvist, "ops explain a --letter b", /explain has no option --letter/],
  [hemvist, "ops discard", /Which letter/],
  [hemvist, "ops discard a", /Say why with --reason/],
  [hemvist, "ops discard a b --reason INC-1", /does not take the argument b/],
  [hemvist, "ops discard a --letter b", /discard has no option --letter/],
  [hemvist, "ops discard a --unreadable --reason INC-1", /Which letter\? .* one of them/],
  [hemvist, "ops discard --unreadable", /Say why with --reason/],
  [hemvist, "ops redrive", /Say why with --reason/],
  [hemvist, "ops redrive --now", /redrive has no option --now/],
  [hemvist, "ops redrive all --dry-run", /does not take the argument all/],
  [hemvist, "ops redrive --reason 18900118-9803", /The reason holds an identity number/],
  [hemvist, `ops redrive --reason ${"x".repeat(201)}`, /The reason has at most 200 characters/],
  [hemvist, "ops redrive --queue nowhere --dry-run", /There is no queue nowhere/],
  [hemvist, "ops replay", /Say whom with --party/],
  [hemvist, "ops replay --party sf-centrum", /Which window/],
  [hemvist, "ops replay --party sf-centrum --from today --to now", /--from needs an instant in UTC/],
  [hemvist, `ops replay --party unknown ${window}`, /There is no party unknown/],
  [
    hemvist,
    "ops replay --party sf-centrum --from 2026-11-02T10:00:00Z --to 2026-11-02T09:00:00Z",
    /is after/,
  ],
  [
    hemvist,
    "ops replay --party sf-centrum --from 2024-11-02T09:00:00Z --to 2024-11-02T10:00:00Z",
    /for 90 days/,
  ],
  [hemvist, `ops replay --party sf-centrum ${window} sf-hisingen`, /does not take the argument sf-hisingen/],
  [hemvist, "ops replay --day 2026-11-02", /replay has no option --day/],
  [hemvist, "ops reconcile", /Which days/],
  [hemvist, "ops reconcile --day 2026-02-30", /--day needs a date that exists/],
  [hemvist, "ops reconcile --day 2026-11-02 --to 2026-11-03", /not both/],
  [hemvist, "ops reconcile --from 2026-11-03 --to 2026-11-02", /is after/],
  [hemvist, "ops reconcile 2026-11-02", /does not take the argument 2026-11-02/],
  [hemvist, "ops reconcile --reason INC-1", /reconcile has no option --reason/],
  [hemvist, "ops reconcile --day 2026-11-02 --sent no-such-file.jsonl", /There is no no-such-file.jsonl/],
  [hemvist, "ops reconcile --day 2026-11-02 --sent events", /events is a folder: give a file/],
  [hemvist, "ops reconcile --day 2026-11-02 --sent package.json", /Line 1 of --sent cannot be read/],
  [hemvist, "ops approve", /What is to be approved/],
  [hemvist, "ops approve a", /Say why with --reason/],
  [hemvist, "ops approve a b --reason INC-1", /does not take the argument b/],
  [hemvist, "ops approve a --dry-run", /approve has no option --dry-run/],
  [hemvist, "ops queues --queue decisions-sf-centrum", /queues has no option --queue/],
  [hemvist, "ops queues decisions-sf-centrum", /does not take the argument decisions-sf-centrum/],
  [hemvist, "ops doctor --queue decisions-sf-centrum", /doctor has no option --queue/],
  [hemvist, "ops doctor report", /does not take the argument report/],
  [hemvist, "ops journal", /Say why with --reason/],
  [hemvist, "ops journal anna --reason INC-1", /does not take the argument anna/],
  [hemvist, "ops journal --party sf-centrum", /journal has no option --party/],
  [hemvist, "ops journal --day 2026-11-02 --to 2026-11-03 --reason INC-1", /not both/],
  [hemvist, "ops journal --from 2026-11-03 --to 2026-11-02 --reason INC-1", /is after/],
  [hemvist, "ops reseal", /Say why with --reason/],
  [hemvist, "ops reseal everything --reason INC-1", /does not take the argument everything/],
  [hemvist, "ops reseal --party sf-centrum", /reseal has no option --party/],
  [hemvist, "ops places", /Which decision/],
  [hemvist, "ops places --queue decisions-sf-centrum", /places has no option --queue/],
  [hemvist, "ops places sf-centrum", /does not take the argument sf-centrum/],
  [hemvist, "ops view", /Whose view/],
  [hemvist, "ops view --party sf-centrum --person-of sf-centrum.A", /one of them/],
  [hemvist, "ops view --party sf-centrum", /Say why with --reason/],
  [hemvist, "ops view --person-of 18900118-9803 --reason INC-1", /That is an identity number/],
  [hemvist, "ops view --party unknown --reason INC-1", /There is no party unknown/],
  [hemvist, "ops view sf-centrum", /does not take the argument sf-centrum/],
  [hemvist, "ops audit", /Give a command after audit: verify, show, person/],
  [hemvist, "ops audit person --reason INC-1", /Give --number-from or --person-of, one of them/],
  [hemvist, "ops audit person --number-from package.json --reason INC-1", /a file with an identity number/],
  [hemvist, "ops audit person --number-from package.json", /Say why with --reason/],
  [hemvist, "ops audit person --person-of sf-centrum.18900118-9803", /That is an identity number/],
  [hemvist, "ops audit show", /Which entry/],
  [hemvist, "ops audit show sf-centrum/3/2026-11-02/1", /Say why with --reason/],
  [hemvist, "ops audit show a b --reason INC-1", /does not take the argument b/],
  [hemvist, "ops audit show a --party sf-centrum", /show has no option --party/],
  [hemvist, "ops audit verify sf-centrum", /does not take the argument sf-centrum/],
  [hemvist, "ops audit verify --reason INC-1", /verify has no option --reason/],
  [hemvist, "ops audit verify --party sob", /There is no party sob in the access log/],
  [hemvist, "ops audit verify --day 2026-02-30", /--day needs a date that exists/],
  [hemvist, "ops view --queue decisions-sf-centrum", /view has no option --queue/],
];

/** They look at which file was started, so each is started for its row. */
const alone = [
  "test/conformance/document.ts",
  "test/docs/draw-documents.ts",
  "test/infra/dashboards-document.ts",
  "test/infra/draw-alarms.ts",
  "test/infra/slo-scenarios.ts",
];

const tools = [...new Set(refused.map(([tool]) => tool))];
const argsOf = (args: string): readonly string[] => (args === "" ? [] : args.split(" "));

/** The answers of one tool: in the order of its rows, and then how it answers a call for help. */
function answersOf(tool: string): Promise<readonly Ran[]> {
  const rows = refused.filter(([its]) => its === tool).map(([, args]) => argsOf(args));
  const asked = [...rows, ["--help"]];
  return alone.includes(tool) ? Promise.all(asked.map((args) => run(tool, args))) : inTurn(tool, asked);
}

describe.each(tools)("%s", (tool) => {
  let answers: Promise<readonly Ran[]> | undefined;
  const answered = (): Promise<readonly Ran[]> => {
    answers ??= answersOf(tool);
    return answers;
  };

  it.each(refused.filter(([its]) => its === tool).map(([, args, says], index) => ({ args, says, index })))(
    "does not understand $args: says so in one sentence, and does nothing",
    async ({ says, index }) => {
      const { status, out, error } = (await answered())[index] as Ran;

      expect(error).toMatch(says);
      expect(error).toMatch(/^[^\n]+\n$/);
      expect(error).not.toMatch(/^ {4}at /m);
      expect(out).toBe("");
      expect(status).toBe(1);
    },
  );

  it("helps, and does nothing else", async () => {
    const { status, out, error } = (await answered()).at(-1) as Ran;

    expect([status, error]).toEqual([0, ""]);
    expect(out).toMatch(/npm (run|start)|node test|Usage: hemvist/);
  });
});

describe("the table of what is not understood", () => {
  it("has each tool that there is", () => {
    const all = Object.values(scripts).flatMap((script) => [
      ...script.matchAll(/\bnode (?:--\S+ )?(\S+\.ts)/g),
    ]);
    const files = new Set(all.map(([, file]) => file ?? ""));

    expect([...files].filter((file) => !tools.includes(file))).toEqual([]);
  });

  it("has each command of hemvist, with a wrong option and a wrong argument", async () => {
    const { ops } = await import("../../packages/cli/ops/ops.ts");
    const names = ["check-decision", "report", ...ops.commands.map(({ name }) => `ops ${name}`)];
    const rows = refused.filter(([tool]) => tool === hemvist);
    const without = (says: RegExp): readonly string[] =>
      names.filter(
        (name) => !rows.some(([, args, said]) => args.startsWith(`${name} `) && says.test(said.source)),
      );

    expect(without(/has no option|no option/)).toEqual([]);
    // Any number of files is an argument of check-decision.
    expect(without(/does not take the argument/)).toEqual(["check-decision"]);
  });
});
