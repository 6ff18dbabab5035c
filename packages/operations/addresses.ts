import { unreadRecords } from "@hemvist/adapters";
import {
  assignmentsOf,
  deadLetterName,
  decisionsFrom,
  inboxOf,
  partiesOf,
  physicalName,
  progressFrom,
} from "@hemvist/rules";
import { municipality } from "./municipality.ts";

const { administrations, executors, listeners } = partiesOf(municipality);

/** What hemvist reads. */
export const incomingQueues: readonly string[] = [
  ...administrations.map(decisionsFrom),
  ...executors.map(progressFrom),
];

/** What parties read. */
export const outgoingQueues: readonly string[] = [
  ...[...administrations, ...listeners].map(inboxOf),
  ...executors.map(assignmentsOf),
];

/** Whose runs were never started: their dead letters hold times only. */
const schedules: readonly string[] = ["follow-up", "report"];

/** Every queue with a dead-letter queue, by its logical name. */
export const queuesWithLetters: readonly string[] = [...incomingQueues, ...outgoingQueues, ...schedules];

/** Where something may have been set aside: on its way to what parties read, in the stream too. */
export const setAsideFrom: readonly string[] = [...queuesWithLetters, unreadRecords];

/** Where SQS has them: each queue and its dead-letter queue, by the names they are known by here. */
export function physicalNames(queues: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    queues.flatMap((queue) => [
      ...(schedules.includes(queue) ? [] : [[queue, physicalName(queue)] as const]),
      [deadLetterName(queue), physicalName(deadLetterName(queue))] as const,
    ]),
  );
}
