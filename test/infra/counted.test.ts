import { readFileSync } from "node:fs";
import { partiesOf } from "@hemvist/rules";
import { catalogue, described, namespace } from "@hemvist/runtime/metrics";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { synthesised } from "./synthesised.ts";

/**
 * What is measured to be looked at, and raises no alarm on its own. What is split by a party, an area, a rule or a reason
 * raises none either: it is the work that was done, or a sender's own fault, which a reply names.
 */
const noAlarm = new Set([
  "FollowUpsTold",
  "MessagesHandedOff",
  // The alarm is on its monthly reminder.
  "ModelReviewOverdueDays",
  "ReportsIssued",
  "TimeToAnswer",
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

const ofService = Object.entries(catalogue)
  .filter(([, { by }]) => by.some((dimension) => dimension === "service"))
  .map(([metric]) => metric);
/** What is counted of an administration, and has an alarm for each. */
const ofAdministrations = partiesOf(goteborg).administrations.map((service) => ({
  metric: "HoursWithoutDecision",
  service,
}));
const toBeWatched = Object.entries(described)
  .filter(([metric]) => ofService.includes(metric) && !noAlarm.has(metric))
  .flatMap(([metric, { from }]) => from.map((service: string) => ({ metric, service })))
  .concat(ofAdministrations);

describe("what functions count", () => {
  it("is declared, what needs no alarm too", () => {
    expect([...noAlarm].filter((metric) => !ofService.includes(metric))).toEqual([]);
  });

  it.each(toBeWatched)("$metric, by $service, has its alarm", ({ metric, service }) => {
    const its = alarms.filter((alarm) => alarm.namespace === namespace && alarm.metric === metric);

    expect(its.map(({ of }) => of)).toContain(service);
  });

  it("is all that alarms on metrics of ours look at", () => {
    const watched = alarms.filter((alarm) => alarm.namespace === namespace);

    expect(new Set(watched.map(({ metric, of }) => `${metric} ${of}`))).toEqual(
      new Set(toBeWatched.map(({ metric, service }) => `${metric} ${service}`)),
    );
  });
});

/** What an alarm is called in its runbook: its name, or what comes after the function's, the queue's or the promise's. */
const kindOf = ({ name, of }: Alarm): string =>
  name
    .replace(new RegExp(`^(hemvist-)?${of.replace("hemvist-", "")}-`), "")
    .replace(/^slo-(answered|handed-on|followed-up)-/, "");

describe("the runbook of an alarm", () => {
  const kinds = [...new Map(alarms.map((alarm) => [`${kindOf(alarm)} ${alarm.runbook}`, alarm])).values()];

  it.each(kinds)("$runbook says what $name is", (alarm) => {
    const text = readFileSync(alarm.runbook, "utf8");

    expect(text.includes(alarm.name) || text.includes(`-${kindOf(alarm)}`)).toBe(true);
  });
});
