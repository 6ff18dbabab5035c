/** A way to take decisions in, store them, hand on what they cause, and see to it that each is looked at in time. */
export interface Contender {
  /** Takes in one decision. */
  readonly takeIn: (body: string) => Promise<unknown>;
  /** Hands on whatever has been stored and not handed on, ten decisions at a time. */
  readonly handOn: () => Promise<void>;
  /** Ends what only a measurement leaves open. */
  readonly end?: () => Promise<void>;
}

/** Where a contender finds what it calls. */
export interface Place {
  readonly queuesUrl: string;
  readonly ask: (path: string) => Promise<unknown>;
}
