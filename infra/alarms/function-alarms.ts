import { Duration } from "aws-cdk-lib";
import { answeredWithFault, countedBy, ofFunction } from "../constructs/alarm-metrics.ts";
import { apiName } from "../constructs/handoff-api.ts";
import type { Explained } from "./explained.ts";

const functions = ["receive-decision", "hand-off", "record-progress", "follow-up", "read-case"];
const readersOfQueues = ["receive-decision", "record-progress"];
const readersOfRecords = ["follow-up", "report", "read-case"];
const senders = ["receive-decision", "hand-off", "record-progress"];

/** A function, or what it was asked to do, fails. */
export const functionAlarms = (): readonly Explained[] => [
  ...functions.map(failing),
  ...readersOfQueues.map(messagesFailing),
  ...readersOfQueues.map(messagesUnreadable),
  ...senders.map(queueRefused),
  ...readersOfRecords.map(recordsUnreadable),
  ...readersOfQueues.map(decisionLarge),
  faultAnswered,
];

const failing = (name: string): Explained => ({
  name: `${name}-errors`,
  metric: ofFunction(name, { metricName: "Errors", statistic: "Sum" }),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} ended in an error. What it was doing is tried again or set aside; nothing is lost yet.`,
  whatToDo: "Find the error by its function_request_id in the function's log, and see whether it repeats.",
  runbook: "function-errors",
});

/**
 * A message that fails makes no error of its function's: the function tells SQS which messages to give again. Once is
 * passing. SQS gives a message again after three minutes, and sets it aside after five or ten attempts.
 */
const messagesFailing = (name: string): Explained => ({
  name: `${name}-messages-fail`,
  metric: countedBy(name, "MessagesFailed"),
  when: { above: 0 },
  periods: 2,
  whatHappened: `${name} has failed on messages from a queue for ten minutes, and SQS sets them aside soon.`,
  whatToDo: "Find what fails in the function's log, by queue and messageId, before it reaches every message.",
  runbook: "function-errors",
});

/** Each sounds: the count is back at nought five minutes later, also while earlier letters still lie there. */
const messagesUnreadable = (name: string): Explained => ({
  name: `${name}-messages-set-aside`,
  metric: countedBy(name, "MessagesSetAside"),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} could not read a message from a queue. It told the sender every fault, and set it aside.`,
  whatToDo: "See which party sends what cannot be read, and call those who run its system if it goes on.",
  runbook: "dead-letters",
});

const queueRefused = (name: string): Explained => ({
  name: `${name}-queue-refused`,
  metric: countedBy(name, "QueuesRefused"),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A queue took no message from ${name}. The same message is tried again, for a limited time.`,
  whatToDo: "Find the queue in the function's log: its key or its policy may have changed.",
  runbook: "function-errors",
});

/** The run goes on without them, and does not fail for what no further attempt can read. */
const recordsUnreadable = (name: string): Explained => ({
  name: `${name}-records-unreadable`,
  metric: countedBy(name, "RecordsUnreadable", Duration.hours(1)),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} cannot read some of the decisions. It looked at all the others.`,
  whatToDo: `Find their ids in the log of ${name}, and deploy the version of the code that wrote them or a newer one.`,
  runbook: "function-errors",
});

/** Long before anything is refused for its size: what fills a decision is mostly a system that does not stop. */
const decisionLarge = (name: string): Explained => ({
  name: `${name}-decision-large`,
  metric: countedBy(name, "DecisionsLarge", Duration.hours(1)),
  when: { above: 0 },
  periods: 1,
  whatHappened:
    "A decision has grown to a fifth of what the table takes. Nothing is refused for its size yet.",
  whatToDo:
    "Find its id in the function's log (decision is large), see by its history who sends so much, and tell them.",
  runbook: "function-errors",
});

const faultAnswered: Explained = {
  name: "api-faults",
  metric: answeredWithFault(apiName),
  when: { above: 0 },
  periods: 1,
  whatHappened: "A caller of the API was told that the fault is ours.",
  whatToDo:
    "Find the call by its status in the access log, and the error by its requestId in the function's.",
  runbook: "function-errors",
};
