import { unreadRecords } from "@hemvist/adapters";
import { administrations, executors, listeners } from "@hemvist/rules";

/** What hemvist reads. */
export const incomingQueues: readonly string[] = [
  ...administrations.map((party) => `decisions-${party}`),
  ...executors.map((party) => `progress-${party}`),
];

/** What parties read. */
export const outgoingQueues: readonly string[] = [
  ...[...administrations, ...listeners].map((party) => `inbox-${party}`),
  ...executors.map((party) => `assignments-${party}`),
];

/** Whose runs were never started: their dead letters hold times only. */
const schedules: readonly string[] = ["follow-up", "report"];

/** Every queue with a dead-letter queue, by its logical name. */
export const queuesWithLetters: readonly string[] = [...incomingQueues, ...outgoingQueues, ...schedules];

/** Where something may have been set aside: on its way to what parties read, in the stream too. */
export const setAsideFrom: readonly string[] = [...queuesWithLetters, unreadRecords];

export const partyOf = (queue: string): string =>
  queue.replace(/^(decisions|progress|inbox|assignments)-/, "");

const keepsOrder = (queue: string): boolean => /^(progress|inbox|assignments)-/.test(queue);

/** Where SQS has them: each queue and its dead-letter queue, by the names they are known by here. */
export function physicalNames(queues: readonly string[]): ReadonlyMap<string, string> {
  const physical = (name: string, queue: string): string => (keepsOrder(queue) ? `${name}.fifo` : name);
  return new Map(
    queues.flatMap((queue) => [
      ...(schedules.includes(queue) ? [] : [[queue, physical(queue, queue)] as const]),
      [`${queue}-dlq`, physical(`${queue}-dlq`, queue)] as const,
    ]),
  );
}
