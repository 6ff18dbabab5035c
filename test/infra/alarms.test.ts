import { readdirSync } from "node:fs";
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
const watches = alarms.map(([name, { properties }]) => watchOf(name, properties));
const queueNames = namesOf("AWS::SQS::Queue", "QueueName");
const isDeadLetterQueue = (name: string) => /-dlq(\.fifo)?$/.test(name);

describe("every alarm", () => {
  it.each(alarms)("%s says what happened, what to do and where it is written", (_name, { properties }) => {
    expect(properties["AlarmDescription"]).toMatch(
      /^.{20,}\. .{20,}\. Runbook: docs\/runbooks\/[a-z-]+\.md$/,
    );
  });

  it.each(alarms)("%s sends a mail, and another when it is over", (_name, { properties }) => {
    for (const topic of [...listed(properties["AlarmActions"]), ...listed(properties["OKActions"])]) {
      expect(topicOf(templates, topic).type).toBe("AWS::SNS::Topic");
    }
  });

  it("has a runbook of few, and each is there", () => {
    const runbooks = new Set(
      alarms.map(
        ([, alarm]) => /runbooks\/(.+\.md)$/.exec(String(alarm.properties["AlarmDescription"]))?.[1],
      ),
    );

    expect([...runbooks].toSorted()).toEqual([
      "access-log.md",
      "break-glass.md",
      "dead-letters.md",
      "follow-up-silent.md",
      "function-errors.md",
      "model-review.md",
      "queue-old.md",
      "reports.md",
      "stream-behind.md",
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

  it("when the oldest message of any queue waits too long, long before SQS erases it", () => {
    const [minute, day] = [60, 24 * 60 * 60];
    const patience = (queue: string): number => {
      if (isDeadLetterQueue(queue)) return 7 * day;
      if (queue.startsWith("decisions-")) return 30 * minute;
      return queue.startsWith("progress-") ? 60 * minute : 3 * day;
    };

    expect(watched("ApproximateAgeOfOldestMessage")).toEqual(queueNames);
    for (const { of, properties } of on("ApproximateAgeOfOldestMessage")) {
      const queue = templates
        .of("AWS::SQS::Queue")
        .find(({ properties: { QueueName } }) => QueueName === of)?.properties;

      expect([of, properties["Threshold"]]).toEqual([of, patience(String(of))]);
      expect(Number(properties["Threshold"])).toBeLessThanOrEqual(
        Number(queue?.["MessageRetentionPeriod"]) / 2,
      );
    }
  });

  it("when hand-off lags, or the stream gives records up", () => {
    const mapping = templates
      .of("AWS::Lambda::EventSourceMapping")
      .find(({ properties }) => properties["StartingPosition"] !== undefined);
    const [setAside] = on("OnFailureDestinationDeliveredEventCount");

    expect(watched("IteratorAge")).toEqual(["hemvist-hand-off"]);
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
      "HandOffsIncomplete > 0",
      "IteratorAge > 900000",
      "MatchedEvents > 0",
      "MessagesFailed > 0",
      "MessagesSetAside > 0",
      "ModelReviewReminders > 0",
      "OnFailureDestinationDeliveredEventCount > 0",
      "OperatorsUnanswered > 0",
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
    readonly Dimensions: readonly { readonly Value: unknown }[];
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
