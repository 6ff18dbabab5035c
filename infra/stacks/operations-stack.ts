import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import {
  answeredWithFault,
  messagesIn,
  ofFunction,
  recordsUnreadable,
  reviewOverdue,
  setAsideBy,
} from "../constructs/alarm-metrics.ts";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { ExplainedAlarm, type ExplainedAlarmProps } from "../constructs/explained-alarm.ts";
import { apiName } from "../constructs/handoff-api.ts";
import { deadLetterQueues } from "../queue-names.ts";
import type { Settings } from "../settings.ts";
import type { HandoffStack } from "./handoff-stack.ts";

export interface OperationsStackProps extends StackProps {
  readonly settings: Settings;
  readonly handoff: HandoffStack;
}

const functions = ["receive-decision", "hand-off", "record-progress", "follow-up", "read-case"];

/** Who is told when something stops. Every alarm says what happened, what to do and which runbook has the rest. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { topic: tells } = new AlarmTopic(this, "Alarms", props.settings);
    const alarms = [
      ...functions.map(failing),
      ...deadLetterQueues().map(setAside),
      faultAnswered,
      followUpSilent,
      recordsUnread,
      modelReviewOverdue,
      reportsSilent,
      reportsFailed,
      ...streamAlarms(props.handoff.outbox.mapping.eventSourceMappingId),
    ];
    for (const alarm of alarms) new ExplainedAlarm(this, { ...alarm, tells });
  }
}

type Explained = Omit<ExplainedAlarmProps, "tells">;

const failing = (name: string): Explained => ({
  name: `${name}-errors`,
  metric: ofFunction(name, { metricName: "Errors", statistic: "Sum" }),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} ended in an error. What it was doing is tried again or set aside; nothing is lost yet.`,
  whatToDo: "Find the error by its request id in the function's log, and see whether it repeats.",
  runbook: "function-errors",
});

const faultAnswered: Explained = {
  name: "api-faults",
  metric: answeredWithFault(apiName),
  when: { above: 0 },
  periods: 1,
  whatHappened: "A caller of the API was told that the fault is ours.",
  whatToDo:
    "Find the call by its status in the access log, and the error by its request id in the function's.",
  runbook: "function-errors",
};

const setAside = (queueName: string): Explained => ({
  name: `${queueName}-not-empty`,
  metric: messagesIn(queueName),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A message that nobody could handle lies in ${queueName}, and is erased after 14 days.`,
  whatToDo: "Find out why before it is sent again: one that cannot be read goes back to its sender.",
  runbook: "dead-letters",
});

const followUpSilent: Explained = {
  name: "follow-up-silent",
  metric: ofFunction("follow-up", {
    metricName: "Invocations",
    statistic: "Sum",
    period: Duration.hours(1),
  }),
  when: { below: 1 },
  periods: 3,
  whatHappened: "Follow-up has not run for three hours, so nobody hears of what falls due.",
  whatToDo:
    "See whether the schedule is enabled and what lies in follow-up-dlq; the next run makes good for all.",
  runbook: "follow-up-silent",
};

const recordsUnread: Explained = {
  name: "records-unreadable",
  metric: recordsUnreadable(),
  when: { above: 0 },
  periods: 1,
  whatHappened: "Follow-up cannot read some of the decisions that are due. It looked at all the others.",
  whatToDo:
    "Find their ids in the log of follow-up, and deploy the version of the code that wrote them or a newer one.",
  runbook: "function-errors",
};

const modelReviewOverdue: Explained = {
  name: "model-review-overdue",
  metric: reviewOverdue(),
  when: { above: 0 },
  periods: 1,
  whatHappened:
    "More than a year has passed since the governance model in force began to hold, and SoB has not revised it.",
  whatToDo:
    "Tell SoB's secretary: the review is due. The alarm ends when a newer model is deployed; judging goes on meanwhile.",
  runbook: "model-review",
};

const reportsSilent: Explained = {
  name: "reports-silent",
  metric: ofFunction("report", { metricName: "Invocations", statistic: "Sum", period: Duration.days(1) }),
  when: { below: 1 },
  periods: 7,
  whatHappened: "No report has been looked for in a week, so none that has come to its end is issued.",
  whatToDo:
    "See whether the schedule is enabled and what lies in report-dlq; the next run makes good for all.",
  runbook: "reports",
};

const reportsFailed: Explained = {
  name: "reports-failed",
  metric: ofFunction("report", { metricName: "Errors", statistic: "Sum", period: Duration.hours(1) }),
  when: { above: 0 },
  periods: 1,
  whatHappened: "A report could not be issued. What was issued before stands; nothing of it is changed.",
  whatToDo: "Find the error by its request id in the function's log; a run can be repeated at any time.",
  runbook: "reports",
};

const streamAlarms = (eventSourceMappingId: string): readonly Explained[] => [
  {
    name: "hand-off-behind",
    metric: ofFunction("hand-off", { metricName: "IteratorAge", statistic: "Maximum" }),
    when: { above: Duration.minutes(15).toMilliseconds() },
    periods: 2,
    whatHappened: "Stored decisions have waited more than 15 minutes to be handed on.",
    whatToDo: "See whether hand-off fails or SQS does; a record is set aside after 12 hours at most.",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-set-aside",
    metric: setAsideBy(eventSourceMappingId),
    when: { above: 0 },
    periods: 1,
    whatHappened: "Records that hand-off could not send lie in the bucket for failed records.",
    whatToDo:
      "Mend the cause, then bring them back with hemvist ops redrive; the decisions themselves are intact in the table.",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-lost-records",
    metric: ofFunction("hand-off", { metricName: "DestinationDeliveryFailures", statistic: "Sum" }),
    when: { above: 0 },
    periods: 1,
    whatHappened: "A record that could not be handed on could not be set aside in S3 either.",
    whatToDo: "Send them again from the table, which has each decision's newest version.",
    runbook: "stream-behind",
  },
];
