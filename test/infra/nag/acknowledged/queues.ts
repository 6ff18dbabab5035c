import { listed, type Resources } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofQueues: readonly Acknowledgement[] = [
  {
    rules: ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"],
    reason: "It is itself where a queue, a schedule or a function puts what failed.",
    contradictedBy: (queues, templates) => {
      const targets = deadLetterQueues(templates);
      return queues.filter(({ id }) => !targets.has(id)).map(({ id }) => `nothing puts what failed in ${id}`);
    },
    untrueIf: (_queues, { of }) => {
      for (const { properties } of of("AWS::SQS::Queue")) delete properties["RedrivePolicy"];
    },
  },
  {
    rules: ["Serverless-LambdaEventSourceMappingDestination"],
    reason:
      "Lambda sends only a stream's records to a destination. A queue's messages go to the queue's own dead-letter queue.",
    contradictedBy: (mappings, templates) =>
      mappings
        .map(({ properties }) => templates.pointedAt(properties["EventSourceArn"]))
        .filter(
          ({ type, properties }) => type !== "AWS::SQS::Queue" || properties["RedrivePolicy"] === undefined,
        )
        .map(({ id }) => `${id} has no dead-letter queue`),
    untrueIf: (_mappings, { of }) => {
      for (const { properties } of of("AWS::SQS::Queue")) delete properties["RedrivePolicy"];
    },
  },
  {
    rules: ["Serverless-SNSRedrivePolicy"],
    reason:
      "The topic mails alarms. A mail that is lost clears no alarm: CloudWatch shows it until its cause is gone, and mails again then.",
    contradictedBy: (subscriptions, { of }) => [
      ...subscriptions
        .filter(({ properties }) => properties["Protocol"] !== "email")
        .map(({ id }) => `${id} is no mail`),
      ...[...of("AWS::CloudWatch::Alarm"), ...of("AWS::CloudWatch::CompositeAlarm")]
        .filter(({ properties }) => properties["AlarmActions"] !== undefined)
        .filter(({ properties }) => listed(properties["OKActions"] ?? []).length === 0)
        .map(({ id }) => `${id} does not say that it is over`),
    ],
    untrueIf: ([subscription]) => {
      if (subscription !== undefined) subscription.properties["Protocol"] = "sqs";
    },
  },
  {
    rules: ["NIST.800.53.R5-CloudWatchAlarmAction"],
    reason: "One cause calls once: the composed alarm on the cause sends for it, or it makes others wait.",
    contradictedBy: (alarms, { of }) => {
      const composed = of("AWS::CloudWatch::CompositeAlarm").map(({ properties }) => properties);
      const named = composed.flatMap(({ AlarmRule, ActionsSuppressor }) => [
        AlarmRule,
        `("${ActionsSuppressor}")`,
      ]);
      return alarms
        .map(({ properties }) => String(properties["AlarmName"]))
        .filter((name) => !named.join(" ").includes(`("${name}")`))
        .map((name) => `${name} calls no one, and nothing calls for it`);
    },
    untrueIf: (_alarms, { of }) => {
      for (const { properties } of of("AWS::CloudWatch::CompositeAlarm")) properties["AlarmRule"] = "FALSE";
    },
  },
  {
    rules: ["Serverless-EventBusDLQ"],
    reason: "The rule has no target. The alarm counts what it matches, by the rule's own metric.",
    contradictedBy: (rules) =>
      rules
        .filter(({ properties }) => properties["Targets"] !== undefined)
        .map(({ id }) => `${id} has a target`),
    untrueIf: ([rule]) => {
      if (rule !== undefined) rule.properties["Targets"] = [{}];
    },
  },
];

/** The ids of the queues that anything names as the place for what failed. */
function deadLetterQueues(templates: Resources): ReadonlySet<string> {
  const named = [
    ...templates
      .of("AWS::SQS::Queue")
      .map(({ properties }) => within(properties["RedrivePolicy"], "deadLetterTargetArn")),
    ...templates
      .of("AWS::Scheduler::Schedule")
      .map(({ properties }) => within(within(properties["Target"], "DeadLetterConfig"), "Arn")),
  ];
  return new Set(named.filter((arn) => arn !== undefined).map((arn) => templates.pointedAt(arn).id));
}

const within = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | undefined)?.[name];
