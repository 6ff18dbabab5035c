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

/** Their dead letters are runs that never started, and hold only a time. */
const schedules: readonly string[] = ["follow-up", "report"];

/** Every queue with a dead-letter queue, by its logical name. */
export const queuesWithLetters: readonly string[] = [...incomingQueues, ...outgoingQueues, ...schedules];

/** Where letters may lie: in each dead-letter queue, and in what the stream gave up. */
export const setAsideFrom: readonly string[] = [...queuesWithLetters, unreadRecords];

/** The names in SQS of each queue and its dead-letter queue, by their names here. */
export function physicalNames(queues: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    queues.flatMap((queue) => [
      ...(schedules.includes(queue) ? [] : [[queue, physicalName(queue)] as const]),
      [deadLetterName(queue), physicalName(deadLetterName(queue))] as const,
    ]),
  );
}

/** Every queue and dead-letter queue there is, by its name in SQS. */
export const allQueues: readonly string[] = [...physicalNames(queuesWithLetters).values()];
