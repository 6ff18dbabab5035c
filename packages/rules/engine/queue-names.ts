/** What a queue is for, in each direction: SF's decisions in and answers out, assignments out and providers' reports in. */
export const everyTraffic = ["decisions", "inbox", "assignments", "progress"] as const;

export type Traffic = (typeof everyTraffic)[number];

/** The parts of a queue's name: its purpose and its party. */
export interface QueueAddress {
  readonly traffic: Traffic;
  /** The party's code. */
  readonly party: string;
}

/** The name of the wire contract, without the suffix that SQS asks of a FIFO queue. */
export const queueName = ({ traffic, party }: QueueAddress): string => `${traffic}-${party}`;

/** Where an administration sends its decisions, and its answers to proposals. */
export const decisionsFrom = (administration: string): string =>
  queueName({ traffic: "decisions", party: administration });

/** Where a party reads hemvist's messages. */
export const inboxOf = (party: string): string => queueName({ traffic: "inbox", party });

/** Where a provider reads its assignments. */
export const assignmentsOf = (provider: string): string =>
  queueName({ traffic: "assignments", party: provider });

/** Where a provider sends its reports and proposals. */
export const progressFrom = (provider: string): string => queueName({ traffic: "progress", party: provider });

/** The parts of a queue's name. Undefined for a queue that belongs to no party. */
export function addressOf(queue: string): QueueAddress | undefined {
  const traffic = everyTraffic.find((one) => queue.startsWith(queueName({ traffic: one, party: "" })));
  return traffic && { traffic, party: queue.slice(queueName({ traffic, party: "" }).length) };
}

/** Whether a queue is one of that traffic. */
export const isOf = (traffic: Traffic, queue: string): boolean => addressOf(queue)?.traffic === traffic;

/** The code of the queue's party. For a queue that belongs to no party, its own name, which no party has. */
export const partyOf = (queue: string): string => addressOf(queue)?.party ?? queue;

/**
 * Ours: how often SQS delivers a message to hemvist before it makes it a dead letter. An hour and a half, so that an
 * outage of an hour makes none. The function that fails at it the last time counts it: SQS does not.
 */
export const attemptsOfOurs = 30;

const deadLetters = "-dlq";

export const deadLetterName = (queue: string): string => `${queue}${deadLetters}`;

export const isDeadLetterName = (queue: string): boolean => queue.endsWith(deadLetters);

/** The queue that a dead-letter queue belongs to; another name as it is. */
export const withoutDeadLetters = (name: string): string =>
  isDeadLetterName(name) ? name.slice(0, -deadLetters.length) : name;

/** Decisions come in any order, because each is complete. Everything else must keep its order. */
export const keepsOrder = (traffic: Traffic): boolean => traffic !== "decisions";

const fifo = ".fifo";

/** The name under which SQS has a queue, or its dead-letter queue. */
export function physicalName(queue: string): string {
  const traffic = addressOf(queue)?.traffic;
  return traffic !== undefined && keepsOrder(traffic) ? `${queue}${fifo}` : queue;
}

/** The name that a queue is known by here, from the one under which SQS has it. */
export const logicalName = (physical: string): string =>
  physical.endsWith(fifo) ? physical.slice(0, -fifo.length) : physical;
