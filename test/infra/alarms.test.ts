import { readdirSync } from "node:fs";
import { trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { listed, type Resource, synthesised, topicOf } from "./synthesised.ts";

/** What an alarm looks at. */
interface Watch {
  readonly name: string;
  readonly metric: string;
  readonly namespace: string;
  readonly of: unknown;
  readonly period: number;
  readonly properties: Resource["properties"];
}

const templates = synthesised();
const alarms = templates
  .of("AWS::CloudWatch::Alarm")
  .map((alarm) => [String(alarm.properties["AlarmName"]), alarm] as const);
const composed = templates
  .of("AWS::CloudWatch::CompositeAlarm")
  .map((alarm) => [String(alarm.properties["AlarmName"]), alarm] as const);
const every = [...alarms, ...composed];
const watches = alarms.map(([name, { properties }]) => watchOf(name, properties));
// No system reads the queues of hemvist's own party, and what a trial leaves there is nothing to act on. So none is watched.
const queueNames = namesOf("AWS::SQS::Queue", "QueueName").filter((name) => !name.includes(trialParty));
const isDeadLetterQueue = (name: string) => /-dlq(\.fifo)?$/.test(name);

const tagOf = (alarm: Resource, key: string): string | undefined =>
  (alarm.properties["Tags"] as readonly { readonly Key: string; readonly Value: string }[]).find(
    ({ Key }) => Key === `hemvist:${key}`,
  )?.Value;
const topicsOf = ({ properties }: Resource, actions: "AlarmActions" | "OKActions"): readonly unknown[] =>
  listed(properties[actions] ?? []).map((each) => topicOf(templates, each).properties["TopicName"]);
/** The composed alarms whose rule names this one. */
const composedOf = (name: string) =>
  composed.filter(([, { properties }]) => String(properties["AlarmRule"]).includes(`("${name}")`));

describe("every alarm", () => {
  it.each(every)(
    "%s says what happened, what to do, who is hurt, who mends it, and where it is written",
    (_name, alarm) => {
      const description = String(alarm.properties["AlarmDescription"]);
      const [texts = "", hurt, whose, runbook] = description.split("\n");

      expect(texts).toMatch(/^.{20,}\. .{20,}\.$/);
      expect(hurt).toMatch(/^Hurt: [A-Z].{6,}\.$/);
      expect(whose).toBe(`Severity: ${tagOf(alarm, "severity")}. Owner: ${tagOf(alarm, "owner")}.`);
      expect(runbook).toBe(`Runbook: ${tagOf(alarm, "runbook")}`);
      expect(runbook).toMatch(
        /^Runbook: https:\/\/forge\.example\.org\/hemvist\/docs\/runbooks\/[a-z-]+\.md$/,
      );
      // What CloudWatch takes, and what a tag does.
      expect(description.length).toBeLessThanOrEqual(1024);
      expect(tagOf(alarm, "runbook")?.length).toBeLessThanOrEqual(256);
    },
  );

  it.each(every.filter(([, { properties }]) => properties["AlarmActions"] !== undefined))(
    "%s sends by its severity, and sends again when it is over",
    (_name, alarm) => {
      const topic = tagOf(alarm, "severity") === "notice" ? "hemvist-notices" : "hemvist-alarms";

      expect(topicsOf(alarm, "AlarmActions")).toEqual([topic]);
      expect(topicsOf(alarm, "OKActions")).toEqual([topic]);
    },
  );

  it("does not send what an alarm as loud sends for it: one cause calls once", () => {
    const loud = (resource: Resource) => topicsOf(resource, "AlarmActions").length > 0;
    const called = every.filter(([name, alarm]) =>
      composedOf(name).some(([, one]) => loud(one) && tagOf(one, "severity") === tagOf(alarm, "severity")),
    );

    expect(called.length).toBeGreaterThan(50);
    expect(called.filter(([, alarm]) => loud(alarm)).map(([name]) => name)).toEqual([]);
  });

  it.each(every.filter(([, { properties }]) => properties["AlarmActions"] === undefined))(
    "%s sends nothing itself, because one cause calls once: its cause sends, or other alarms wait for it",
    (name, alarm) => {
      const waiting = composed.filter(([, { properties }]) => properties["ActionsSuppressor"] === name);
      const named = composedOf(name);
      const causes = named.filter(([, one]) => tagOf(one, "severity") === tagOf(alarm, "severity"));

      if (tagOf(alarm, "severity") === "signal") expect([...waiting, ...named].length).toBeGreaterThan(0);
      else expect(causes.map(([, one]) => topicsOf(one, "AlarmActions"))).toEqual([[expect.any(String)]]);
    },
  );

  it("is of a severity that the table knows", () => {
    const counts = Map.groupBy(every, ([, alarm]) => tagOf(alarm, "severity"));

    expect(new Set(counts.keys())).toEqual(new Set(["page", "working-hours", "notice", "signal"]));
  });

  it("has a runbook of few, and each is there", () => {
    const runbooks = new Set(every.map(([, alarm]) => tagOf(alarm, "runbook")?.split("/").at(-1)));

    expect([...runbooks].toSorted()).toEqual([
      "access-log.md",
      "break-glass.md",
      "dead-letters.md",
      "follow-up-silent.md",
      "function-errors.md",
      "model-review.md",
      "party-silent.md",
      "queue-old.md",
      "reports.md",
      "sf-quiet.md",
      "slo.md",
      "stands-still.md",
      "stream-behind.md",
      "who-to-call.md",
    ]);
    expect(readdirSync("docs/runbooks")).toEqual(expect.arrayContaining([...runbooks]));
  });

  it.each(watches)("$name looks at no more than CloudWatch lets an alarm see", ({ period, properties }) => {
    // Seven days; with periods of less than an hour, one.
    const seen = period * Number(properties["EvaluationPeriods"]);

    expect(period).toBeGreaterThanOrEqual(60);
    expect(seen).toBeLessThanOrEqual((period < 3600 ? 1 : 7) * 24 * 60 * 60);
  });
});

describe("an alarm on other alarms", () => {
  const rules = composed.map(([name, { properties }]) => [name, String(properties["AlarmRule"])] as const);
  const namesIn = (rule: string): readonly string[] =>
    [...rule.matchAll(/ALARM\("([^"]+)"\)/g)].map(([, name = ""]) => name);

  it.each(rules)(
    "%s names alarms that exist, at most a hundred, in a rule that CloudWatch reads",
    (_name, rule) => {
      const names = namesIn(rule);

      expect(names.filter((name) => !every.some(([known]) => known === name))).toEqual([]);
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
      expect(names.length).toBeLessThanOrEqual(100);
      expect(rule.length).toBeLessThanOrEqual(10_240);
      expect(rule.replaceAll(/ALARM\("[^"]+"\)| OR | AND NOT | AND |[()]/g, "")).toBe("");
    },
  );

  it.each(composed)("%s comes after the alarms of its stack that it names or waits for", (_name, alarm) => {
    const named = [
      ...namesIn(String(alarm.properties["AlarmRule"])),
      String(alarm.properties["ActionsSuppressor"]),
    ];
    const here = every.filter(([name, { stack }]) => named.includes(name) && stack === alarm.stack);
    const elsewhere = every.filter(([name, { stack }]) => named.includes(name) && stack !== alarm.stack);

    expect(alarm.after.toSorted()).toEqual(here.map(([, { id }]) => id).toSorted());
    for (const [, { stack }] of elsewhere) expect(templates.dependencies.get(alarm.stack)).toContain(stack);
  });

  it("calls once when KMS refuses: each alarm that a refusal sets off has the same cause", () => {
    const refused = [
      "hemvist-receive-decision-errors",
      "hemvist-record-progress-errors",
      "hemvist-hand-off-errors",
      "hemvist-follow-up-errors",
      "hemvist-read-case-errors",
      "hemvist-operate-errors",
      "hemvist-receive-decision-messages-fail",
      "hemvist-record-progress-messages-fail",
      "hemvist-receive-decision-messages-given-up",
      "hemvist-hand-off-incomplete",
      "hemvist-hand-off-queue-refused",
      "hemvist-read-case-access-not-logged",
      "hemvist-api-faults",
    ];

    expect([...new Set(refused.flatMap((name) => composedOf(name).map(([cause]) => cause)))]).toEqual([
      "hemvist-fails",
    ]);
  });

  it("waits at night if it says that it does, for the calendar or for what has called already", () => {
    const waits = composed.map(([name, alarm]) => [
      name,
      tagOf(alarm, "severity"),
      alarm.properties["ActionsSuppressor"] ?? "",
    ]);

    expect(waits.filter(([name]) => !String(name).endsWith("-reads-nothing"))).toEqual([
      ["hemvist-fails", "working-hours", "hemvist-quiet-hours"],
      ["hemvist-hand-off-stopped", "page", ""],
      ["hemvist-not-now", "signal", ""],
      ["hemvist-stands-still", "working-hours", "hemvist-not-now"],
      ...["answered", "handed-on", "followed-up"].flatMap((promise) => [
        [`hemvist-slo-${promise}`, "working-hours", "hemvist-not-now"],
        [`hemvist-slo-${promise}-creeping`, "notice", ""],
      ]),
    ]);
    for (const [, , waitsFor] of waits.filter(([name]) => String(name).endsWith("-reads-nothing")))
      expect(waitsFor).toBe("hemvist-few-working-days");
  });

  it("on the calendar takes missing data for office hours: if follow-up stops, alarms ring at night too", () => {
    for (const name of ["hemvist-quiet-hours", "hemvist-few-working-days"])
      expect(new Map(alarms).get(name)?.properties).toMatchObject({
        ComparisonOperator: "GreaterThanThreshold",
        Threshold: 0,
        TreatMissingData: "notBreaching",
      });
  });

  it("does not call for hand-off's silence while follow-up, whose heartbeat it hears, is silent itself", () => {
    expect(new Map(rules).get("hemvist-hand-off-stopped")).toContain(
      '(ALARM("hemvist-hand-off-silent") AND NOT ALARM("hemvist-follow-up-silent"))',
    );
  });
});

describe("a party's own people", () => {
  const contact = "drift@kompetenscenter.example";
  const told = synthesised("production", {
    partners: { kompetenscenter: { contact }, "sf-centrum": { contact } },
  });
  const sent = [...told.of("AWS::CloudWatch::Alarm"), ...told.of("AWS::CloudWatch::CompositeAlarm")].flatMap(
    ({ properties }) =>
      listed(properties["AlarmActions"] ?? []).map(
        (action) => [String(properties["AlarmName"]), topicOf(told, action)] as const,
      ),
  );
  const sentTo = (topic: string) =>
    sent.filter(([, { properties }]) => properties["TopicName"] === topic).map(([name]) => name);

  it("get what is about their own silence, and nothing else", () => {
    expect(sentTo("hemvist-notices-kompetenscenter")).toEqual(["hemvist-kompetenscenter-reads-nothing"]);
    expect(sentTo("hemvist-notices-sf-centrum").toSorted()).toEqual([
      "hemvist-sf-centrum-reads-nothing",
      "hemvist-sf-centrum-sends-nothing",
    ]);
    expect(sentTo("hemvist-notices")).toEqual(
      expect.arrayContaining(["hemvist-kompetenscenter-reads-nothing", "hemvist-sf-centrum-sends-nothing"]),
    );
  });

  it("have a topic only where the stage has their address", () => {
    const topics = told.of("AWS::SNS::Topic").map(({ properties }) => properties["TopicName"]);

    expect(topics).toEqual([
      "hemvist-alarms",
      "hemvist-notices",
      "hemvist-notices-kompetenscenter",
      "hemvist-notices-sf-centrum",
    ]);
  });
});

describe("an alarm sounds", () => {
  it("when any function errs", () => {
    const functions = namesOf("AWS::Lambda::Function", "FunctionName");

    // It works while a deployment does, and its error is the deployment's.
    expect(watched("Errors")).toEqual(functions.filter((name) => name !== "hemvist-self-check-runner"));
  });

  it("when a function has had no free run for ten minutes", () => {
    expect(watched("Throttles")).toEqual(watched("Errors"));
    for (const { properties, period } of on("Throttles"))
      expect([properties["EvaluationPeriods"], period]).toEqual([2, 300]);
  });

  it("when Lambda loses what failed: a record of the stream, or a run of a schedule", () => {
    expect(watched("DestinationDeliveryFailures")).toEqual([
      "hemvist-follow-up",
      "hemvist-hand-off",
      "hemvist-report",
    ]);
  });

  it("when messages from a queue fail, which makes no error of the function that reads it", () => {
    const readers = templates
      .of("AWS::Lambda::EventSourceMapping")
      .filter(({ properties }) => properties["StartingPosition"] === undefined)
      .map(({ properties }) => templates.calledBy(properties["FunctionName"]).properties["FunctionName"])
      .map((name) => String(name).replace("hemvist-", ""));

    expect(watched("MessagesFailed")).toEqual([...new Set(readers)].toSorted());
    for (const { properties, period } of on("MessagesFailed"))
      expect([properties["EvaluationPeriods"], period]).toEqual([2, 300]);
  });

  it("when a queue refuses a message, or what was sent cannot be remembered", () => {
    expect(watched("QueuesRefused")).toEqual(["hand-off", "receive-decision", "record-progress"]);
    expect(watched("HandOffsIncomplete")).toEqual(["hand-off"]);
    expect(watched("SentMessagesNotKept")).toEqual(["hand-off"]);
    expect(watched("RecordsSetAside")).toEqual(["hand-off"]);
    expect(watched("RecordsUnreadable")).toEqual(["follow-up", "read-case", "record-progress", "report"]);
  });

  it("when anything lies in a dead-letter queue", () => {
    expect(
      watched("ApproximateNumberOfMessagesVisible", ({ properties }) => properties["Threshold"] === 0),
    ).toEqual(queueNames.filter(isDeadLetterQueue));
  });

  it("when an administration sends nothing, or a follow-up is late", () => {
    expect(new Set(on("HoursWithoutDecision").map(({ properties }) => administrationOf(properties)))).toEqual(
      new Set(["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"]),
    );
    expect(watched("FollowUpHoursLate")).toEqual(["follow-up"]);
  });

  it("again while the first letter still lies there: at eleven, at 101, and for each that hemvist sets aside", () => {
    for (const queue of queueNames.filter(isDeadLetterQueue))
      expect([queue, ...thresholdsOf("ApproximateNumberOfMessagesVisible", queue)]).toEqual([
        queue,
        0,
        10,
        100,
      ]);
    expect(watched("MessagesSetAside")).toEqual(["receive-decision", "record-progress"]);
  });

  it("apart, where hemvist failed at a letter: its sender has no answer, as it has for one that is set aside", () => {
    expect(watched("MessagesGivenUp")).toEqual(["receive-decision", "record-progress"]);
    for (const { name } of on("MessagesGivenUp"))
      expect(composedOf(name).map(([cause]) => cause)).toEqual(["hemvist-fails"]);
  });

  it("when the oldest message of any queue waits too long, long before SQS erases it", () => {
    const [minute, day] = [60, 24 * 60 * 60];
    const patience = (queue: string): readonly number[] => {
      if (isDeadLetterQueue(queue)) return [];
      if (queue.startsWith("decisions-")) return [30 * minute];
      return queue.startsWith("progress-") ? [60 * minute] : [3 * day];
    };

    expect([...new Set(watched("ApproximateAgeOfOldestMessage"))]).toEqual(queueNames);
    for (const { properties: queue } of templates.of("AWS::SQS::Queue")) {
      const name = String(queue["QueueName"]);
      if (!queueNames.includes(name)) continue;
      const kept = Number(queue["MessageRetentionPeriod"]);

      expect([name, ...thresholdsOf("ApproximateAgeOfOldestMessage", name)]).toEqual([
        name,
        ...patience(name),
        ...[0.5, 0.75, 0.9].map((share) => share * kept),
      ]);
    }
  });

  it("at any hour for what only its sender has: what a party sent, before SQS erases it", () => {
    const ringing = every
      .filter(([, alarm]) => tagOf(alarm, "severity") === "page")
      .map(([name]) => name)
      .filter((name) => name.endsWith("-percent"));
    const fromParties = queueNames.filter((name) => /^(decisions|progress)-/.test(name));

    expect(ringing.toSorted()).toEqual(
      fromParties
        .flatMap((name) =>
          (isDeadLetterQueue(name) ? [90] : [75, 90]).map((share) => `hemvist-${name}-${share}-percent`),
        )
        .toSorted(),
    );
  });

  it("when hand-off lags, or the stream gives records up", () => {
    const mapping = templates
      .of("AWS::Lambda::EventSourceMapping")
      .find(({ properties }) => properties["StartingPosition"] !== undefined);
    const [setAside] = on("OnFailureDestinationDeliveredEventCount");

    expect(watched("IteratorAge")).toEqual(["hemvist-hand-off", "hemvist-hand-off"]);
    expect(templates.pointedAt(setAside?.of).id).toBe(mapping?.id);
  });

  it("at the first of what must not happen, and else at these limits", () => {
    const limits = watches
      .filter(({ properties }) => properties["ComparisonOperator"] === "GreaterThanThreshold")
      .filter(({ metric }) => !/^Approximate/.test(metric))
      .map(({ metric, properties }) => [metric, properties["Threshold"]].join(" > "));

    expect([...new Set(limits)].toSorted()).toEqual([
      "5XXError > 0",
      "AccessesNotLogged > 0",
      "DecisionRoomPercent > 40",
      "DestinationDeliveryFailures > 0",
      "Errors > 0",
      "FewWorkingDays > 0",
      "FollowUpHoursLate > 9",
      "HandOffsIncomplete > 0",
      "HoursWithoutDecision > 18",
      "IteratorAge > 43200000",
      "IteratorAge > 900000",
      "MatchedEvents > 0",
      "MessagesFailed > 0",
      "MessagesGivenUp > 0",
      "MessagesSetAside > 0",
      "ModelReviewReminders > 0",
      "OnFailureDestinationDeliveredEventCount > 0",
      "OperatorsUnanswered > 0",
      "OutsideOfficeHours > 0",
      "PromisesBroken > 2",
      "QueuesRefused > 0",
      "RecordsSetAside > 0",
      "RecordsUnreadable > 0",
      "SentMessagesNotKept > 0",
      "Throttles > 0",
    ]);
  });

  it("when an answer says that the fault is ours", () => {
    const api = templates.theOnly("AWS::ApiGateway::RestApi");

    expect(watched("5XXError")).toEqual([api.properties["Name"]]);
  });
});

describe("an alarm on silence", () => {
  const silent = watches.filter(({ name }) => name.endsWith("-silent"));
  const hours = (watch: Watch | undefined): number =>
    ((watch?.period ?? 0) * Number(watch?.properties["EvaluationPeriods"])) / 3600;

  it("is there for what must run by itself: follow-up, the reports, and hand-off by follow-up's heartbeat", () => {
    expect(watched("Invocations")).toEqual(["hemvist-follow-up", "hemvist-hand-off", "hemvist-report"]);
    expect(silent).toHaveLength(3);
  });

  it.each(silent)("$name takes missing data for silence: what stands still has no metrics", (watch) => {
    expect(watch.properties).toMatchObject({
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      TreatMissingData: "breaching",
    });
  });

  it.each(silent)(
    "$name is not red on the first day: the deployment itself runs the function before",
    ({ of }) => {
      const checked = templates
        .of("Custom::Trigger")
        .map(({ properties }) => templates.pointedAt(properties["HandlerArn"]))
        .map(({ properties }) => templates.pointedAt(properties["FunctionName"]).properties["FunctionName"]);

      expect(checked).toContain(of);
      expect(templates.dependencies.get("hemvist-operations")).toContain("hemvist-handoff");
    },
  );

  it("waits longer than the longest time between two runs, the end of summer time included", () => {
    const schedules = new Map(
      templates
        .of("AWS::Scheduler::Schedule")
        .map(({ properties }) => [properties["Name"], properties["ScheduleExpression"]]),
    );
    const of = (name: string) => hours(silent.find((watch) => watch.of === name));

    expect(schedules.get("hemvist-follow-up")).toBe("cron(0 * * * ? *)");
    expect(of("hemvist-follow-up")).toBeGreaterThanOrEqual(1 + 1 + 1);
    expect(of("hemvist-hand-off")).toBeGreaterThanOrEqual(1 + 1 + 1);
    // From Thursday to Monday, over the last Sunday of October, and less than a day late.
    expect(schedules.get("hemvist-report")).toBe("cron(0 6 ? * MON,THU *)");
    expect(of("hemvist-report")).toBeGreaterThanOrEqual(4 * 24 + 1 + 23);
  });
});

it("the review of the model sounds by its monthly reminder, and is not red from the first day on", () => {
  expect(on("ModelReviewReminders").map(({ period }) => period)).toEqual([24 * 60 * 60]);
  expect(on("ModelReviewOverdueDays")).toEqual([]);
});

it("none is worked out from several metrics: the emulator that the templates are deployed on has no such alarm", () => {
  expect(alarms.filter(([, { properties }]) => properties["Metrics"] !== undefined)).toEqual([]);
});

function watchOf(name: string, properties: Resource["properties"]): Watch {
  const { MetricName, Namespace, Dimensions, Period } = properties as {
    readonly MetricName: string;
    readonly Namespace: string;
    readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
    readonly Period: number;
  };
  return {
    name,
    metric: MetricName,
    namespace: Namespace,
    of: Dimensions[0]?.Value,
    period: Period,
    properties,
  };
}

function administrationOf(properties: Resource["properties"]): unknown {
  const dimensions = properties["Dimensions"] as readonly {
    readonly Name: string;
    readonly Value: unknown;
  }[];
  return dimensions.find(({ Name }) => Name === "administration")?.Value;
}

function thresholdsOf(metric: string, of: string): readonly unknown[] {
  return on(metric)
    .filter((watch) => watch.of === of)
    .map(({ properties }) => Number(properties["Threshold"]))
    .toSorted((a, b) => a - b);
}

function on(metric: string): readonly Watch[] {
  return watches.filter((watch) => watch.metric === metric);
}

function watched(metric: string, also: (watch: Watch) => boolean = () => true): readonly unknown[] {
  return on(metric)
    .filter(also)
    .map(({ of }) => of)
    .toSorted();
}

function namesOf(type: string, property: string): readonly string[] {
  return templates
    .of(type)
    .map(({ properties }) => String(properties[property]))
    .sort();
}
