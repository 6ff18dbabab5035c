import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { type Resource, synthesised, written } from "./synthesised.ts";

const templates = synthesised();
const sources = templates
  .of("AWS::Lambda::EventSourceMapping")
  .map((mapping) => ({ mapping, source: templates.pointedAt(mapping.properties["EventSourceArn"]) }));
const stream = sources.filter(({ source }) => source.type === "AWS::DynamoDB::GlobalTable");
const queues = sources
  .filter(({ source }) => source.type === "AWS::SQS::Queue")
  .map(({ mapping, source }) => [String(source.properties["QueueName"]), mapping, source] as const);

describe("event sources", () => {
  it("report which messages failed, every one", () => {
    expect(sources).toHaveLength(11);
    for (const { mapping } of sources) {
      expect(mapping.properties["FunctionResponseTypes"]).toEqual(["ReportBatchItemFailures"]);
    }
  });

  it("filter nothing, since a filter on a queue deletes what it does not let through", () => {
    expect(sources.filter(({ mapping }) => mapping.properties["FilterCriteria"] !== undefined)).toEqual([]);
  });

  it("are the queues that parties send on, and no other", () => {
    const readers = queues.map(([name, mapping]) => [name.split("-")[0], reads(mapping)].join(" → "));

    expect(queues).toHaveLength(10);
    expect([...new Set(readers)].sort()).toEqual([
      "decisions → hemvist-receive-decision",
      "progress → hemvist-record-progress",
    ]);
  });

  it.each(queues)(
    "%s hides a message at least six times as long as its function may run",
    (_name, mapping, queue) => {
      const timeout = Number(templates.calledBy(mapping.properties["FunctionName"]).properties["Timeout"]);

      expect(Number(queue.properties["VisibilityTimeout"])).toBeGreaterThanOrEqual(6 * timeout);
      expect(mapping.properties).toMatchObject({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 5 } });
    },
  );
});

describe("reserved runs", () => {
  const reservedFor = (name: string): number =>
    Number(
      templates
        .of("AWS::Lambda::Function")
        .find(({ properties }) => properties["FunctionName"] === `hemvist-${name}`)?.properties[
        "ReservedConcurrentExecutions"
      ],
    );

  it("are what infra/README.md says, and leave AWS its 100 of 1,000", () => {
    const all = templates
      .of("AWS::Lambda::Function")
      .map(({ properties }) => Number(properties["ReservedConcurrentExecutions"] ?? 0));
    const [, said] = /parties need (\d+) runs/.exec(readFileSync("infra/README.md", "utf8")) ?? [];

    expect(all.reduce((sum, some) => sum + some)).toBe(Number(said));
    expect(Number(said) + 100).toBeLessThanOrEqual(1000);
  });

  it.each([
    ["receive-decision", 120],
    ["record-progress", 130],
    ["read-case", 100],
    ["hand-off", 50],
    ["follow-up", 3],
    ["report", 3],
    ["operate", 10],
  ])("of %s are %i", (name, runs) => {
    expect(reservedFor(name)).toBe(runs);
  });

  it.each(["receive-decision", "record-progress"])(
    "of %s are enough for every queue and every call that the gateway lets in at once",
    (name) => {
      const ofQueues = queues
        .filter(([, mapping]) => reads(mapping) === `hemvist-${name}`)
        .map(([, mapping]) => mapping.properties["ScalingConfig"] as { MaximumConcurrency: number })
        .reduce((sum, { MaximumConcurrency }) => sum + MaximumConcurrency, 0);
      const [settings] = templates.theOnly("AWS::ApiGateway::Stage").properties[
        "MethodSettings"
      ] as readonly {
        readonly ThrottlingBurstLimit: number;
      }[];

      expect(ofQueues).toBeGreaterThan(0);
      expect(reservedFor(name)).toBe(ofQueues + (settings?.ThrottlingBurstLimit ?? 0));
    },
  );

  it("are asked of the account before anything is deployed", () => {
    const { concurrency } = settingsFor("production", written);

    expect(() => synthesised("production", { concurrency: { ...concurrency, quota: 515 } })).toThrow(
      "hemvist needs 516 concurrent runs, and the account has 515",
    );
  });
});

describe("the table's stream", () => {
  it("is read from its start by hand-off alone", () => {
    expect(stream.map(({ mapping }) => reads(mapping))).toEqual(["hemvist-hand-off"]);
    expect(stream[0]?.mapping.properties["StartingPosition"]).toBe("TRIM_HORIZON");
  });

  it("halves a failing batch, waits out an outage of half a day however often it is tried, and puts what it gave up on in a bucket that is kept", () => {
    const properties: Record<string, unknown> = stream[0]?.mapping.properties ?? {};
    const { OnFailure } = properties["DestinationConfig"] as { OnFailure: { Destination: unknown } };
    const bucket = templates.pointedAt(OnFailure.Destination);

    expect(properties["BisectBatchOnFunctionError"]).toBe(true);
    expect(properties["MaximumRetryAttempts"] ?? -1).toBe(-1);
    expect(properties["MaximumRecordAgeInSeconds"]).toBeGreaterThanOrEqual(12 * 60 * 60);
    expect(properties["MaximumRecordAgeInSeconds"]).toBeLessThan(24 * 60 * 60);
    expect(bucket.type).toBe("AWS::S3::Bucket");
    expect(bucket.deletionPolicy).toBe("RetainExceptOnCreate");
  });
});

describe("schedules", () => {
  it("try a failed run twice more, within the hour, and keep it where the schedule keeps what it could not start", () => {
    const schedules = templates.of("AWS::Scheduler::Schedule");
    const failures = templates.of("AWS::Lambda::EventInvokeConfig");

    expect(failures).toHaveLength(schedules.length);
    for (const { properties } of schedules) {
      const { Arn, DeadLetterConfig } = properties["Target"] as {
        readonly Arn: unknown;
        readonly DeadLetterConfig: { readonly Arn: unknown };
      };
      const { alias } = templates.calledBy(Arn);
      const [kept] = failures.filter((one) => one.after.includes(alias.id));

      expect(kept?.properties).toMatchObject({
        FunctionName: alias.properties["FunctionName"],
        Qualifier: "live",
        MaximumRetryAttempts: 2,
        MaximumEventAgeInSeconds: 3600,
        DestinationConfig: { OnFailure: { Destination: DeadLetterConfig.Arn } },
      });
    }
  });

  it("keep Stockholm's time, and tell the function which time they mean", () => {
    const schedules = templates.of("AWS::Scheduler::Schedule");

    expect(schedules).toHaveLength(2);
    for (const { properties } of schedules) {
      const { Input, DeadLetterConfig } = properties["Target"] as {
        Input: string;
        DeadLetterConfig: { Arn: unknown };
      };
      expect(properties["ScheduleExpressionTimezone"]).toBe("Europe/Stockholm");
      expect(JSON.parse(Input)).toEqual({ scheduledTime: "<aws.scheduler.scheduled-time>" });
      expect(`hemvist-${templates.pointedAt(DeadLetterConfig.Arn).properties["QueueName"]}`).toBe(
        `${properties["Name"]}-dlq`,
      );
    }
  });

  it("run follow-up every hour, and see to the reports twice a week", () => {
    expect(
      templates.of("AWS::Scheduler::Schedule").map(({ properties }) => properties["ScheduleExpression"]),
    ).toEqual(["cron(0 * * * ? *)", "cron(0 6 ? * MON,THU *)"]);
  });
});

function reads(mapping: Resource): unknown {
  return templates.calledBy(mapping.properties["FunctionName"]).properties["FunctionName"];
}
