import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { synthesised } from "./synthesised.ts";

/** What is counted to be looked at, and raises no alarm: work that was done, or a sender's own fault, which a reply names. */
const noAlarm = new Set([
  "DecisionsAssigned",
  "DecisionsReturned",
  "DecisionsUnreadable",
  "FollowUpsTold",
  "MessagesHandedOff",
  // The alarm is on its monthly reminder.
  "ModelReviewOverdueDays",
  "ProgressRecorded",
  "ProgressRefused",
  "ProgressUnreadable",
  "ReportsIssued",
  // The message is set aside, and that has an alarm.
  "SignaturesRefused",
]);

interface Alarm {
  /** Without `hemvist-`. */
  readonly name: string;
  readonly namespace: string;
  readonly metric: string;
  readonly of: string;
  readonly runbook: string;
}

const alarms: readonly Alarm[] = synthesised()
  .of("AWS::CloudWatch::Alarm")
  .map(({ properties }) => {
    const { Dimensions = [] } = properties as { Dimensions?: readonly { readonly Value: unknown }[] };
    return {
      name: String(properties["AlarmName"]).replace(/^hemvist-/, ""),
      namespace: String(properties["Namespace"]),
      metric: String(properties["MetricName"]),
      of: String(Dimensions[0]?.Value),
      runbook: /docs\/runbooks\/[a-z-]+\.md/.exec(String(properties["AlarmDescription"]))?.[0] ?? "",
    };
  });

const codeIn = (folder: string): string =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");

interface Counted {
  readonly metric: string;
  /** Whether the count is split by party: then no alarm on the function's sum sees it. */
  readonly byParty: boolean;
}

const countedIn = (code: string): readonly Counted[] =>
  [...code.matchAll(/\bcount\(/g)].flatMap((call) => {
    const [what = "", , party] = argumentsAt(code, call.index + call[0].length);
    return [...what.matchAll(/"([A-Za-z]+)"/g)].map(([, metric = ""]) => ({
      metric,
      byParty: party !== undefined,
    }));
  });

/** The arguments of a call, as they are written, from behind its opening parenthesis. */
function argumentsAt(code: string, from: number): readonly string[] {
  const given = [""];
  let depth = 0;
  for (const character of code.slice(from)) {
    if (character === ")" && depth === 0) return given;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "," && depth === 0) given.push("");
    else given.push(`${given.pop()}${character}`);
  }
  return given;
}

const functions = readdirSync("functions");
const counted = [
  ...functions.flatMap((name) => countedIn(codeIn(`functions/${name}`)).map((one) => ({ ...one, name }))),
  // What the runtime counts, each function that uses it counts under its own name.
  ...countedIn(codeIn("packages/runtime")).map((one) => ({ ...one, name: "every function" })),
];
const toBeWatched = counted.filter(({ metric }) => !noAlarm.has(metric));

describe("what functions count", () => {
  it("is found in their code", () => {
    expect(new Set(counted.map(({ metric }) => metric)).size).toBeGreaterThan(15);
    expect([...noAlarm].filter((metric) => !counted.some((one) => one.metric === metric))).toEqual([]);
  });

  it.each(toBeWatched)("$metric, by $name, has its alarm", ({ metric, byParty, name }) => {
    const its = alarms.filter((alarm) => alarm.namespace === "hemvist" && alarm.metric === metric);

    expect(its.map(({ of }) => of)).toEqual(
      expect.arrayContaining(name === "every function" ? [expect.any(String)] : [name]),
    );
    expect(byParty).toBe(false);
  });

  it("is all that alarms on counts of ours look at", () => {
    const watched = alarms.filter(({ namespace }) => namespace === "hemvist").map(({ metric }) => metric);

    expect([...new Set(watched)].toSorted()).toEqual(
      [...new Set(toBeWatched.map(({ metric }) => metric))].toSorted(),
    );
  });
});

/** What an alarm is called in its runbook: its name, or what comes after the function's or the queue's. */
const kindOf = ({ name, of }: Alarm): string =>
  name.replace(new RegExp(`^(hemvist-)?${of.replace("hemvist-", "")}-`), "");

describe("the runbook of an alarm", () => {
  const kinds = [...new Map(alarms.map((alarm) => [`${kindOf(alarm)} ${alarm.runbook}`, alarm])).values()];

  it.each(kinds)("$runbook says what $name is", (alarm) => {
    const text = readFileSync(alarm.runbook, "utf8");

    expect(text.includes(alarm.name) || text.includes(`-${kindOf(alarm)}`)).toBe(true);
  });
});
