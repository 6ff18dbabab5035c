import { describe, expect, it } from "vitest";
import { listed, type Resource, synthesised } from "./synthesised.ts";

const templates = synthesised();
const alarms = templates
  .of("AWS::CloudWatch::Alarm")
  .map((alarm) => [String(alarm.properties["AlarmName"]), alarm] as const);

describe("every alarm", () => {
  it.each(alarms)("%s says what happened, what to do and where it is written", (_name, { properties }) => {
    expect(properties["AlarmDescription"]).toMatch(
      /^.{20,}\. .{20,}\. Runbook: docs\/runbooks\/[a-z-]+\.md$/,
    );
  });

  it.each(alarms)("%s is told, and told again when it is over", (_name, { properties }) => {
    for (const topic of [...listed(properties["AlarmActions"]), ...listed(properties["OKActions"])]) {
      expect(templates.pointedAt(topic).type).toBe("AWS::SNS::Topic");
    }
  });

  it("has a runbook of few", () => {
    const runbooks = alarms.map(
      ([, alarm]) => /runbooks\/(.+)\.md$/.exec(String(alarm.properties["AlarmDescription"]))?.[1],
    );

    expect([...new Set(runbooks)].sort()).toEqual([
      "dead-letters",
      "follow-up-silent",
      "function-errors",
      "model-review",
      "reports",
      "stream-behind",
    ]);
  });
});

describe("an alarm sounds", () => {
  it("when any function errs", () => {
    const functions = namesOf("AWS::Lambda::Function", "FunctionName");

    // It works while a deployment does, and its error is the deployment's.
    expect(watched("Errors", "FunctionName")).toEqual(
      functions.filter((name) => name !== "hemvist-self-check-runner"),
    );
  });

  it("when anything lies in a dead-letter queue", () => {
    expect(watched("ApproximateNumberOfMessagesVisible", "QueueName")).toEqual(
      namesOf("AWS::SQS::Queue", "QueueName").filter((name) => /-dlq(\.fifo)?$/.test(name)),
    );
  });

  it("when hand-off lags, or gives records up", () => {
    const mapping = templates
      .of("AWS::Lambda::EventSourceMapping")
      .find(({ properties }) => properties["StartingPosition"] !== undefined);
    const [dimension] = alarmOn("OnFailureDestinationDeliveredEventCount")["Dimensions"] as readonly {
      Value: unknown;
    }[];

    expect(watched("IteratorAge", "FunctionName")).toEqual(["hemvist-hand-off"]);
    expect(templates.pointedAt(dimension?.Value).id).toBe(mapping?.id);
  });

  it("when follow-up or the reports are silent, since silence there is the trouble", () => {
    const silent = alarms.filter(([, { properties }]) => properties["MetricName"] === "Invocations");

    expect(watched("Invocations", "FunctionName")).toEqual(["hemvist-follow-up", "hemvist-report"]);
    for (const [, { properties }] of silent) {
      expect(properties).toMatchObject({
        ComparisonOperator: "LessThanThreshold",
        TreatMissingData: "breaching",
      });
    }
  });

  it("at the first of what must not happen, and where hand-off is a quarter of an hour behind", () => {
    const limits = alarms
      .filter(([, { properties }]) => properties["ComparisonOperator"] === "GreaterThanThreshold")
      .map(([, { properties }]) => [properties["MetricName"], properties["Threshold"]].join(" > "));

    expect([...new Set(limits)].sort()).toEqual([
      "5XXError > 0",
      "ApproximateNumberOfMessagesVisible > 0",
      "DestinationDeliveryFailures > 0",
      "Errors > 0",
      "IteratorAge > 900000",
      "ModelReviewOverdueDays > 0",
      "OnFailureDestinationDeliveredEventCount > 0",
      "RecordsUnreadable > 0",
    ]);
  });

  it("when a caller is told that the fault is ours", () => {
    const api = templates.theOnly("AWS::ApiGateway::RestApi");

    expect(watched("5XXError", "ApiName")).toEqual([api.properties["Name"]]);
  });
});

function alarmOn(metric: string): Resource["properties"] {
  return alarms.find(([, { properties }]) => properties["MetricName"] === metric)?.[1].properties ?? {};
}

function watched(metric: string, dimension: string): readonly string[] {
  return alarms
    .filter(([, { properties }]) => properties["MetricName"] === metric)
    .flatMap(([, { properties }]) => properties["Dimensions"] as readonly { Name: string; Value: string }[])
    .filter(({ Name }) => Name === dimension)
    .map(({ Value }) => Value)
    .sort();
}

function namesOf(type: string, property: string): readonly string[] {
  return templates
    .of(type)
    .map(({ properties }) => String(properties[property]))
    .sort();
}
