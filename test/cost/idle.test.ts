import { describe, expect, it } from "vitest";
import { dollarsOf, sumOf } from "./dollars.ts";
import { idle } from "./idle.ts";

const alarm = (Namespace: string, MetricName: string, service: string) => ({
  Type: "AWS::CloudWatch::Alarm",
  Properties: { Namespace, MetricName, Dimensions: [{ Name: "service", Value: service }] },
});

describe("what stands idle", () => {
  const { lines, alarms, keys } = idle([
    {
      Resources: {
        a: { Type: "AWS::KMS::Key", Properties: { Description: "decisions at rest" } },
        b: alarm("AWS/SQS", "ApproximateAgeOfOldestMessage", "one"),
        c: alarm("AWS/SQS", "ApproximateAgeOfOldestMessage", "two"),
        d: alarm("hemvist", "MessagesFailed", "one"),
      },
    },
    {
      Resources: {
        e: alarm("hemvist", "MessagesFailed", "one"),
        f: { Type: "AWS::Lambda::EventSourceMapping", Properties: { BatchSize: 10 } },
        g: { Type: "AWS::Lambda::EventSourceMapping", Properties: { StartingPosition: "TRIM_HORIZON" } },
        h: { Type: "AWS::SNS::Topic" },
        i: { Type: "AWS::CloudWatch::CompositeAlarm" },
        j: { Type: "AWS::CloudWatch::Dashboard" },
      },
    },
  ]);

  it("is counted in all templates: keys, alarms, dashboards, each metric of ours once, and the queues that Lambda polls", () => {
    expect(lines.map(({ usage }) => usage)).toEqual([
      { key: 1 },
      { alarm: 4 },
      { composedAlarm: 1 },
      { dashboard: 1 },
      { metric: 1 },
      { queueRequest: 648_000 },
    ]);
    expect(dollarsOf(sumOf(...lines.map(({ usage }) => usage)))).toBeCloseTo(
      1 + 0.4 + 0.5 + 3 + 0.3 + 0.2592,
    );
  });

  it("shows how many alarms watch what, and what each key is for", () => {
    expect(alarms[0]).toEqual(["AWS/SQS ApproximateAgeOfOldestMessage", 2]);
    expect(keys).toEqual(["decisions at rest"]);
  });
});
