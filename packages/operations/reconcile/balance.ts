import type { CivilDate } from "@hemvist/rules";

/** What came in from a party on one day, and how it ended. */
export interface IncomingDay {
  readonly party: string;
  readonly day: CivilDate;
  readonly cameIn: number;
  readonly assigned: number;
  readonly returned: number;
  readonly superseded: number;
  readonly refused: number;
  readonly unreadable: number;
  readonly deadLettered: number;
  /** On the party's queue now. */
  readonly underWay: number;
  /** It came in, and is nowhere now. */
  readonly missing: number;
}

/** What hemvist should send to a party on one day, and how far it has come. */
export interface OutgoingDay {
  readonly party: string;
  readonly day: CivilDate;
  readonly toBeSent: number;
  /** A receipt shows that it is on the party's queue, or the party has acknowledged it, which proves the same. */
  readonly sent: number;
  readonly onItsWay: number;
  /** Not sent, and too old to be on its way. */
  readonly missing: number;
}

export type DifferenceKind =
  /** A sender says that it sent it, and hemvist has it nowhere. */
  | "sent-and-not-here"
  /** The history says that a content came, and the state does not agree. */
  | "history-and-state-differ"
  /** Requested longer ago than hand-off takes, without a receipt and without a report from the provider. */
  | "no-receipt"
  /** An open assignment without a next check. */
  | "never-looked-at-again"
  /** The item holds messages that are not its version's. */
  | "outbox-of-another-version"
  /** The item is not a record: it cannot be read. */
  | "unreadable-item";

/** Something that does not balance, named by its decision. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly party: string;
  readonly day?: CivilDate;
  /** `<administration>.<decisionId>`, or a message's id where there is no more. */
  readonly decision: string;
  readonly assignmentId?: string;
  readonly revision?: number;
}

export interface Reconciliation {
  /** What `cameIn` counts: what senders say they sent, or what the records say they received. */
  readonly cameInBy: "senders" | "records";
  readonly incoming: readonly IncomingDay[];
  readonly outgoing: readonly OutgoingDay[];
  /** The first thousand; `differing` counts them all. */
  readonly differences: readonly Difference[];
  readonly differing: number;
  readonly balances: boolean;
}

type Counts<T> = { -readonly [K in keyof T as T[K] extends number ? K : never]: number };
export type IncomingCounts = Omit<Counts<IncomingDay>, "missing">;
export type OutgoingCounts = Omit<Counts<OutgoingDay>, "missing">;

/** Counts per party and day: memory grows with parties and days, never with decisions. */
export function ledgerOf<C extends Record<string, number>>(none: C) {
  const days = new Map<string, { readonly party: string; readonly day: CivilDate; readonly counts: C }>();
  return {
    at(party: string, day: CivilDate): C {
      const key = `${day} ${party}`;
      const found = days.get(key) ?? { party, day, counts: { ...none } };
      days.set(key, found);
      return found.counts;
    },
    rows: () => [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  };
}
