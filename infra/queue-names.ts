import { addressees, administrations, listeners } from "@hemvist/rules";

export const everyTraffic = ["decisions", "inbox", "assignments", "progress"] as const;

/** What a queue is for; together with the party's code it is the queue's name on the wire. */
export type Traffic = (typeof everyTraffic)[number];

/** The name of the wire contract, without the suffix that SQS asks of a FIFO queue. */
export const queueName = (address: { readonly traffic: Traffic; readonly party: string }): string =>
  `${address.traffic}-${address.party}`;

export const deadLetterName = (name: string): string => `${name}-dlq`;

/** Runs of follow-up that the schedule could not start. */
export const missedRuns = deadLetterName("follow-up");

/** Runs of the reports that the schedule could not start. */
export const missedReports = deadLetterName("report");

/** Decisions come in any order, each whole in itself; all else must keep its order. */
export const keepsOrder = (traffic: Traffic): boolean => traffic !== "decisions";

export const physicalName = (queue: { readonly name: string; readonly ordered: boolean }): string =>
  queue.ordered ? `${queue.name}.fifo` : queue.name;

/**
 * Who decides is sent answers as well as sending decisions; everybody who takes assignments reports on them; who only
 * listens has an inbox.
 */
export function trafficOf(party: string): readonly Traffic[] {
  if (administrations.includes(party)) return everyTraffic;
  return listeners.includes(party) ? ["inbox"] : ["assignments", "progress"];
}

/** Every dead-letter queue there is, by its physical name. */
export const deadLetterQueues = (): readonly string[] => [
  missedRuns,
  missedReports,
  ...addressees.flatMap((party) =>
    trafficOf(party).map((traffic) =>
      physicalName({ name: deadLetterName(queueName({ traffic, party })), ordered: keepsOrder(traffic) }),
    ),
  ),
];
