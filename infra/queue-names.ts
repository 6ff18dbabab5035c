import { addresseesAmong, type Parties } from "./parties.ts";

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
export function trafficOf(party: string, among: Parties): readonly Traffic[] {
  if (among.administrations.includes(party)) return everyTraffic;
  return among.listeners.includes(party) ? ["inbox"] : ["assignments", "progress"];
}

/** Every queue that a party sends to or reads, by its physical name and by what it is for. */
export const workingQueues = (
  parties: Parties,
): readonly { readonly name: string; readonly traffic: Traffic }[] =>
  everyAddress(parties).map(({ traffic, party }) => ({
    name: physicalName({ name: queueName({ traffic, party }), ordered: keepsOrder(traffic) }),
    traffic,
  }));

/** Every dead-letter queue there is, by its physical name. */
export const deadLetterQueues = (parties: Parties): readonly string[] => [
  missedRuns,
  missedReports,
  ...everyAddress(parties).map(({ traffic, party }) =>
    physicalName({ name: deadLetterName(queueName({ traffic, party })), ordered: keepsOrder(traffic) }),
  ),
];

/** The queues of a traffic, whatever parties there are, as a policy names them. Their dead-letter queues fit it too. */
export const everyQueueOf = (traffic: Traffic): string =>
  physicalName({ name: `${traffic}-*`, ordered: keepsOrder(traffic) });

export const everyDeadLetterQueueOf = (traffic: Traffic): string =>
  physicalName({ name: deadLetterName(`${traffic}-*`), ordered: keepsOrder(traffic) });

const everyAddress = (parties: Parties) =>
  addresseesAmong(parties).flatMap((party) =>
    trafficOf(party, parties).map((traffic) => ({ traffic, party })),
  );
