import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";

export interface Manner {
  readonly isFifo: boolean;
  /** After how many receives a message is given up on. */
  readonly maxReceiveCount: number;
  /** For how many seconds what was received stays hidden. */
  readonly hidden: number;
}

export interface Sending {
  readonly body: string;
  readonly group?: string;
  readonly deduplicationId?: string;
}

/** A message as one who received it holds it. */
export interface Held {
  readonly messageId: string;
  readonly body: string;
  readonly receives: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly handle: unknown;
}

/** An empty queue with a dead-letter queue. */
export interface Queue {
  /** @returns the message's id */
  readonly send: (sending: Sending) => Promise<string>;
  readonly receive: (most: number) => Promise<readonly Held[]>;
  /** Whether or not the queue says that it was of no use. */
  readonly delete: (held: Held) => Promise<void>;
  /** Waits until what was received is to be seen again. */
  readonly untilVisible: () => Promise<void>;
  /** Lets five minutes go by. */
  readonly fiveMinutes: () => Promise<void>;
  /** The bodies of what was given up on. */
  readonly dead: () => Promise<readonly string[]>;
  /** Moves what was given up on back. */
  readonly redrive: () => Promise<void>;
  readonly now: () => number;
}

export type OpenQueue = (manner: Manner) => Promise<Queue>;

/** What the function does with a batch: answers, or dies of it. */
export type Handle = (
  records: readonly SQSRecord[],
  nth: number,
) => Promise<SQSBatchResponse | "dies"> | SQSBatchResponse | "dies";

/** An empty queue that a function reads, ten messages at a time, saying which of them failed. */
export interface QueueSource {
  readonly send: (...sendings: readonly Sending[]) => Promise<void>;
  /** Lets the function begin, and waits until nothing happens any more. */
  readonly rest: () => Promise<void>;
  readonly batches: readonly SQSEvent["Records"][];
  /** The most batches that the function was given at the same time. */
  readonly mostAtOnce: () => number;
  /** Whether two batches at the same time had messages of one group. */
  readonly isGroupShared: () => boolean;
}

export type OpenQueueSource = (setting: {
  readonly isFifo: boolean;
  readonly handle: Handle;
}) => Promise<QueueSource>;
