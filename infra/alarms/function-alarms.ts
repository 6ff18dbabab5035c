import type { EmitterOf } from "@hemvist/runtime/metrics";
import { Duration } from "aws-cdk-lib";
import { answeredWithFault, countedBy, largestBy, ofFunction } from "../constructs/alarm-metrics.ts";
import { apiName } from "../constructs/handoff-api.ts";
import type { Explained } from "./explained.ts";

const functions = ["receive-decision", "hand-off", "record-progress", "follow-up", "read-case", "operate"];
const everyFunction = [...functions, "report"];
/** Whom it hurts while a function does not work. */
const waitsFor: Readonly<Record<string, string>> = {
  "receive-decision": "SFs get no answer to their decisions. Their systems and SQS try again.",
  "hand-off": "Providers wait for assignments, and SFs for answers. The stream tries again for 22 hours.",
  "record-progress": "Providers get no answer, and SFs see an old status. Their systems and SQS try again.",
  "follow-up": "SFs and providers get their reminders late, by an hour for each run that fails.",
  "read-case": "The parties cannot look anything up. Decisions and reports still come in.",
  operate: "Operators cannot act through hemvist. Everything else goes on.",
  report: "The groups and the city get their reports later. No person is affected.",
};
const hurtBy = (name: string): string => waitsFor[name] ?? "";

const readersOfQueues = ["receive-decision", "record-progress"] as const;
const readersOfRecords = ["follow-up", "report", "read-case", "record-progress"] as const;
const loggersOfAccesses = ["read-case", "operate"] as const;
const senders = ["receive-decision", "hand-off", "record-progress"] as const;

/** A function fails, or a message that it handles. */
export const functionAlarms = (): readonly Explained[] => [
  ...functions.map(failing),
  ...everyFunction.map(throttled),
  ...readersOfQueues.map(messagesFailing),
  ...readersOfQueues.map(messagesGivenUp),
  ...readersOfQueues.map(messagesUnreadable),
  ...senders.map(queueRefused),
  ...readersOfRecords.map(recordsUnreadable),
  ...readersOfQueues.map(decisionLarge),
  ...loggersOfAccesses.map(accessNotLogged),
  faultAnswered,
  operatorsUnanswered,
];

const failing = (name: string): Explained => ({
  name: `${name}-errors`,
  metric: ofFunction(name, { metricName: "Errors", statistic: "Sum" }),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} ended in an error. AWS tries its work again or sets it aside. Nothing is lost yet.`,
  whatToDo: "Find the error by its function_request_id in the function's log, and see whether it repeats.",
  whoIsHurt: hurtBy(name),
  owner: "operations",
  cause: "fails",
  runbook: "function-errors",
});

/** Ten minutes: a call or a batch that finds no free run is tried again within minutes. */
const throttled = (name: string): Explained => ({
  name: `${name}-throttled`,
  metric: ofFunction(name, { metricName: "Throttles", statistic: "Sum" }),
  when: { above: 0 },
  periods: 2,
  whatHappened: `All runs that are reserved for ${name} have been in use for ten minutes, so its callers wait.`,
  whatToDo: "See whether its runs take longer than they did, or who calls it so often.",
  whoIsHurt: hurtBy(name),
  owner: "operations",
  cause: "fails",
  runbook: "function-errors",
});

/**
 * A failed message is no error of the function, because the function itself tells SQS which messages to deliver again.
 * One failure passes. SQS delivers the message again after three minutes, and makes it a dead letter after five or ten
 * attempts.
 */
const messagesFailing = (name: EmitterOf<"MessagesFailed">): Explained => ({
  name: `${name}-messages-fail`,
  metric: countedBy(name, "MessagesFailed"),
  when: { above: 0 },
  periods: 2,
  whatHappened: `${name} has failed on messages from a queue for ten minutes. SQS makes them dead letters soon.`,
  whatToDo: "Find what fails in the function's log, by queue and messageId, before it reaches every message.",
  whoIsHurt: hurtBy(name),
  owner: "operations",
  cause: "fails",
  runbook: "function-errors",
});

/**
 * hemvist failed at it, and its sender has no answer. A letter that hemvist set aside has one. The function counts its
 * own last attempt: SQS does not count the letters that it moves itself.
 */
const messagesGivenUp = (name: EmitterOf<"MessagesGivenUp">): Explained => ({
  name: `${name}-messages-given-up`,
  metric: countedBy(name, "MessagesGivenUp"),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} failed at a message for the last time. SQS makes it a dead letter, and its sender has no answer.`,
  whatToDo: "Mend what fails. Then send the letters again with hemvist ops redrive.",
  whoIsHurt: "The person whose decision or report it is: its sender believes that hemvist has it.",
  owner: "operations",
  cause: "fails",
  runbook: "dead-letters",
});

/** It goes off each time: the count is zero again five minutes later, also while earlier letters lie in the queue. */
const messagesUnreadable = (name: EmitterOf<"MessagesSetAside">): Explained => ({
  name: `${name}-messages-set-aside`,
  metric: countedBy(name, "MessagesSetAside"),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} could not read a message from a queue. It sent every fault to the sender, and set the message aside.`,
  whatToDo: "See which party sends such messages. If it goes on, call the people who run its system.",
  whoIsHurt: "The person whose message it is, until its sender corrects it. The sender has every fault.",
  owner: "operations",
  severity: "notice",
  runbook: "dead-letters",
});

const queueRefused = (name: EmitterOf<"QueuesRefused">): Explained => ({
  name: `${name}-queue-refused`,
  metric: countedBy(name, "QueuesRefused"),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A queue took no message from ${name}. The function tries the same message again, for a limited time.`,
  whatToDo: "Find the queue in the function's log: its key or its policy may have changed.",
  whoIsHurt: "The party whose queue it is: it waits for its messages.",
  owner: "operations",
  cause: "fails",
  runbook: "function-errors",
});

/** The run goes on without them. It does not fail, because another attempt could not read them either. */
const recordsUnreadable = (name: EmitterOf<"RecordsUnreadable">): Explained => ({
  name: `${name}-records-unreadable`,
  metric: countedBy(name, "RecordsUnreadable", Duration.hours(1)),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} cannot read some decisions. It handled all the others.`,
  whatToDo: `Find their ids in the log of ${name}, and deploy the version of the code that wrote them or a newer one.`,
  whoIsHurt: "The persons in those decisions: no reminder, no report and no look-up has them.",
  owner: "developers",
  severity: "notice",
  runbook: "function-errors",
});

/** Half of what providers may fill: long before hemvist refuses anything. Mostly a system that does not stop fills a decision. */
const decisionLarge = (name: EmitterOf<"DecisionRoomPercent">): Explained => ({
  name: `${name}-decision-large`,
  metric: largestBy(name, "DecisionRoomPercent", Duration.hours(1)),
  when: { above: 40 },
  periods: 1,
  whatHappened:
    "A decision takes more than 40 % of what the table takes. hemvist refuses nothing for its size yet.",
  whatToDo:
    "Find its id in the function's log (decision is large). Its history shows which party sends so much. Call that party.",
  whoIsHurt: "No person yet. At 80 % hemvist refuses what providers report about that decision.",
  owner: "operations",
  severity: "notice",
  runbook: "function-errors",
});

/** It fails closed: a caller without a log entry has no answer. */
const accessNotLogged = (name: EmitterOf<"AccessesNotLogged">): Explained => ({
  name: `${name}-access-not-logged`,
  metric: countedBy(name, "AccessesNotLogged"),
  when: { above: 0 },
  periods: 1,
  whatHappened: `${name} could not write in the access log, so it gave no answer. Callers get 503.`,
  whatToDo:
    "Find the error in the function's log. See whether the log's bucket and its key are there and let the function write.",
  whoIsHurt: hurtBy(name),
  owner: "operations",
  cause: "fails",
  runbook: "access-log",
});

const faultAnswered: Explained = {
  name: "api-faults",
  metric: answeredWithFault(apiName),
  when: { above: 0 },
  periods: 1,
  whatHappened: "A caller of the API got a 5xx answer: the fault is in hemvist.",
  whatToDo:
    "Find the call by its status in the access log, and the error by its requestId in the function's.",
  whoIsHurt: "The caseworker or the provider whose system called, until it tries again.",
  owner: "operations",
  cause: "fails",
  runbook: "function-errors",
};

const operatorsUnanswered: Explained = {
  name: "operate-operators-unanswered",
  metric: countedBy("operate", "OperatorsUnanswered"),
  when: { above: 0 },
  periods: 1,
  whatHappened:
    "operate could not do what an operator asked for. AWS refused something, or hemvist has a fault.",
  whatToDo:
    "Find the error in the log of operate, by the name of the act. Then the operator runs the command again.",
  whoIsHurt: hurtBy("operate"),
  owner: "operations",
  severity: "notice",
  runbook: "function-errors",
};
