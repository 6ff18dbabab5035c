import type { Instant } from "@hemvist/casework";

/** A dead letter, and where it lies. */
export interface Letter {
  /** SQS's id of it where it lies; the event's own, where the stream gave it up. */
  readonly id: string;
  /** The logical name of the queue it came on or was to go to, without `-dlq`. */
  readonly queue: string;
  readonly body: string;
  /**
   * When it came where it lies. What SQS moved from a standard queue has when it was first sent, and what the stream
   * gave up when it was stored.
   */
  readonly sentAt: Instant;
  /** How often it has been received, listings of what lies here included. */
  readonly receives: number;
  /** Only where hemvist set it aside itself: codes, nothing of the message. */
  readonly reason?: string;
  /** Its id on the queue it came on, where hemvist set it aside itself. */
  readonly originalId?: string;
  /** When it came on that queue, where hemvist set it aside itself. */
  readonly originalSentAt?: Instant;
  /** Of the party that sent it, or of hemvist. A letter that goes back takes it along. */
  readonly signature?: string;
  /** What orders letters of an ordered queue; digits. */
  readonly sequence?: string;
  /** The table's stream gave it up before it reached a queue. */
  readonly isFromStream?: true;
}

export interface HeldLetter extends Letter {
  readonly receipt: string;
}

export interface Held {
  readonly letters: readonly HeldLetter[];
  /**
   * How many more there seem to be: SQS shows ten of one message group at a time, and counts roughly; and no look takes
   * more than `mostHeld`.
   */
  readonly unseen: number;
}

/** Ours: a command looks at no more letters of a queue at once. */
export const mostHeld = 1000;

export interface Letters {
  /**
   * Holds the letters of a queue's dead-letter queue, `mostHeld` at most, for `seconds` at most. They are hidden from
   * other readers meanwhile.
   */
  hold(queue: string, seconds: number): Promise<Held>;
  /** Releases the held letters unchanged. */
  release(letters: readonly HeldLetter[]): Promise<void>;
  /**
   * Puts a letter's message on the queue it came on, whole. On an ordered queue in the group given; twice within five
   * minutes is once.
   */
  sendBack(letter: HeldLetter, group: string): Promise<void>;
  remove(letter: HeldLetter): Promise<void>;
}
