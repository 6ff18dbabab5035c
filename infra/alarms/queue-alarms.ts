import type { Parties } from "@hemvist/rules";
import { Duration } from "aws-cdk-lib";
import { messagesIn, oldestIn } from "../constructs/alarm-metrics.ts";
import { deadLetterQueues, type Traffic, workingQueues } from "../queue-names.ts";
import type { Explained } from "./explained.ts";

/** A message is in a dead-letter queue, or waits for too long. */
export const queueAlarms = (parties: Parties): readonly Explained[] => [
  ...workingQueues(parties).map(waitsTooLong),
  ...deadLetterQueues(parties).flatMap((queue) => [
    setAside(queue),
    ...[10, 100].map((many) => manySetAside(queue, many)),
    soonErased(queue),
  ]),
];

/**
 * Ours. hemvist reads a message within seconds, and SQS sets a message aside after an hour and a half. A party's
 * system may be closed over a weekend. SQS erases its messages after 14 days, without a dead letter: that leaves eleven
 * days to call the party.
 */
const patience: Readonly<Record<Traffic, Duration>> = {
  decisions: Duration.minutes(30),
  progress: Duration.hours(1),
  inbox: Duration.days(3),
  assignments: Duration.days(3),
};

const waitsTooLong = ({ name, traffic }: { readonly name: string; readonly traffic: Traffic }): Explained => {
  const readByParty = traffic === "inbox" || traffic === "assignments";
  return {
    name: `${name}-old`,
    metric: oldestIn(name),
    when: { above: patience[traffic].toSeconds() },
    periods: 1,
    whatHappened: `A message has waited in ${name} for more than ${patience[traffic].toHumanString()}.`,
    whatToDo: readByParty
      ? "Call the party. Its system does not read its queue, and SQS erases a message after 14 days."
      : "See whether the queue's event source mapping is enabled and whether its function fails.",
    runbook: "queue-old",
  };
};

const setAside = (queueName: string): Explained => ({
  name: `${queueName}-not-empty`,
  metric: messagesIn(queueName),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A message that failed every time lies in ${queueName}. SQS erases it after 14 days.`,
  whatToDo: "Find out why before you send it again. The sender must correct a message that cannot be read.",
  runbook: "dead-letters",
});

/**
 * The alarm above is red until the queue is empty, and does not show further letters. SQS does not count the arrival of
 * a message that it moves itself, so this alarm counts how many lie there. The alarm on what hemvist itself sets aside
 * goes off each time: infra/alarms/function-alarms.ts.
 */
const manySetAside = (queueName: string, many: number): Explained => ({
  name: `${queueName}-more-than-${many}`,
  metric: messagesIn(queueName),
  when: { above: many },
  periods: 1,
  whatHappened: `More than ${many} messages lie in ${queueName}. What made the first one fail goes on.`,
  whatToDo: "See whether they have one cause, and mend it before you send any of them again.",
  runbook: "dead-letters",
});

const soonErased = (queueName: string): Explained => ({
  name: `${queueName}-old`,
  metric: oldestIn(queueName),
  when: { above: Duration.days(7).toSeconds() },
  periods: 1,
  whatHappened: `A message in ${queueName} is more than seven days old. SQS erases it after 14 days.`,
  whatToDo: "Send it again or discard it now. After 14 days it is gone.",
  runbook: "dead-letters",
});
