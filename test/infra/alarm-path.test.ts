import { describe, expect, it } from "vitest";
import { listed, type Resource, type Synthesised, synthesised, topicOf } from "./synthesised.ts";

interface Allowing {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const templates = synthesised();
/** The alarms that send. The others have a cause that does: test/infra/alarms.test.ts. */
const alarms = [...templates.of("AWS::CloudWatch::Alarm"), ...templates.of("AWS::CloudWatch::CompositeAlarm")]
  .filter(({ properties }) => properties["AlarmActions"] !== undefined)
  .map((alarm) => [String(alarm.properties["AlarmName"]), alarm.properties] as const);

describe("the way from an alarm to a person", () => {
  it.each(alarms)("%s: alarm, topic, its policy, its key, a mailbox", (name, properties) => {
    for (const action of ["AlarmActions", "OKActions"]) {
      const topics = listed(properties[action]).map((each) => topicOf(templates, each));

      expect([action, topics.length]).toEqual([action, 1]);
      for (const topic of topics) expect(obstacles(templates, { alarm: name, topic })).toEqual([]);
    }
  });

  it("is closed to other accounts, other alarms and other services", () => {
    const [topic] = templates.of("AWS::SNS::Topic") as [Resource];
    const [publish] = allowing(templates, { topic, action: "sns:Publish" });

    expect(allowing(templates, { topic, action: "sns:Publish" })).toHaveLength(1);
    expect(publish?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-north-1:111122223333:alarm:hemvist-*" },
    });
  });

  it("would be seen to be closed without the policy, as it was", () => {
    const mute: Synthesised = {
      ...templates,
      of: (type) => templates.of(type).filter(({ type: its }) => its !== "AWS::SNS::TopicPolicy"),
    };
    const [topic] = templates.of("AWS::SNS::Topic") as [Resource];

    expect(obstacles(mute, { alarm: "hemvist-x", topic })).toEqual([
      "CloudWatch may not publish to the topic",
    ]);
  });
});

/** Why this alarm would reach no person by this topic. */
function obstacles(
  seen: Synthesised,
  { alarm, topic }: { readonly alarm: string; readonly topic: Resource },
): readonly string[] {
  const key = seen.pointedAt(topic.properties["KmsMasterKeyId"]);
  const { Statement } = key.properties["KeyPolicy"] as { readonly Statement: readonly Allowing[] };
  const usesKey = Statement.filter(isForCloudWatch).flatMap(({ Action }) => listed(Action));
  const subscribed = seen
    .of("AWS::SNS::Subscription")
    .filter(({ properties }) => seen.pointedAt(properties["TopicArn"]).id === topic.id);
  const sourceArn = `arn:aws:cloudwatch:eu-north-1:111122223333:alarm:${alarm}`;
  const publishes = allowing(seen, { topic, action: "sns:Publish" }).some(({ Condition = {} }) => {
    const pattern = String(Condition["ArnLike"]?.["aws:SourceArn"]);
    return sourceArn.startsWith(pattern.replace(/\*$/, ""));
  });
  return [
    ...(publishes ? [] : ["CloudWatch may not publish to the topic"]),
    ...["kms:Decrypt", "kms:GenerateDataKey"]
      .filter((action) => !usesKey.includes(action))
      .map((action) => `CloudWatch may not ${action} with the topic's key`),
    ...(subscribed.some(({ properties }) => properties["Endpoint"] === mailboxOf(topic))
      ? []
      : ["no mailbox is subscribed"]),
  ];
}

const mailboxOf = ({ properties }: Resource): string =>
  properties["TopicName"] === "hemvist-alarms" ? "operations@example.org" : "notices@example.org";

function allowing(
  seen: Synthesised,
  { topic, action }: { readonly topic: Resource; readonly action: string },
): readonly Allowing[] {
  return seen
    .of("AWS::SNS::TopicPolicy")
    .filter(({ properties }) =>
      listed(properties["Topics"]).some((each) => seen.pointedAt(each).id === topic.id),
    )
    .flatMap(
      ({ properties }) =>
        (properties["PolicyDocument"] as { readonly Statement: readonly Allowing[] }).Statement,
    )
    .filter(isForCloudWatch)
    .filter(
      ({ Action, Resource }) => listed(Action).includes(action) && seen.pointedAt(Resource).id === topic.id,
    );
}

function isForCloudWatch({ Effect, Principal }: Allowing): boolean {
  const { Service } = Principal as { readonly Service?: unknown };
  return Effect === "Allow" && listed(Service).includes("cloudwatch.amazonaws.com");
}
