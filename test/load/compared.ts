import type { Letter } from "@hemvist/adapters";
import type { CaseRecord, Instant } from "@hemvist/casework";
import { type Reconciliation, reconcile, type Sent, type Unreadable } from "@hemvist/operations";
import { civilDateAt } from "@hemvist/rules";
import type { SentMessage } from "./case-systems.ts";
import { type Disagreement, disagreements } from "./disagreements.ts";
import { type MessageDay, messageDays } from "./message-days.ts";
import type { SentReport } from "./providers.ts";
import type { Seen } from "./seen.ts";

/** A system at rest after its load: what each party has in its books, and what lies in the system. Plain data. */
export interface Loaded {
  readonly sent: readonly SentMessage[];
  readonly reports: readonly SentReport[];
  readonly seen: Seen;
  readonly records: readonly (CaseRecord | Unreadable)[];
  readonly receipts: ReadonlyMap<string, Instant>;
  readonly letters: readonly Letter[];
  /** How many messages each queue that hemvist reads holds. */
  readonly depths: ReadonlyMap<string, number>;
  readonly from: Instant;
  readonly now: Instant;
}

export interface Compared {
  /** As operations see it: what senders say they sent, against the store, receipts, and what lies aside. */
  readonly bySenders: Reconciliation;
  /** The same by the records alone. */
  readonly byRecords: Reconciliation;
  readonly messages: readonly MessageDay[];
  /** What the parties know against the records. */
  readonly disagreements: readonly Disagreement[];
  /** Whether every book agrees with every other, and nothing is under way any more. */
  readonly balances: boolean;
}

/** Reconciles as operations do, and holds the parties' own books against it: what always balances would hide a loss. */
export async function compared(loaded: Loaded): Promise<Compared> {
  const { sent, receipts, from, now } = loaded;
  const books = { ...loaded, receiptsOf: () => Promise.resolve(receipts) };
  const span = { from: civilDateAt(from), to: civilDateAt(now), now };
  const bySenders = await reconcile({ ...books, sent: sent.map(inOperationsBooks) }, span);
  const { sent: _sent, ...unwitnessed } = books;
  const byRecords = await reconcile(unwitnessed, span);
  const messages = messageDays(loaded.seen);
  const found = disagreements(loaded);
  return {
    bySenders,
    byRecords,
    messages,
    disagreements: found,
    balances:
      bySenders.balances &&
      byRecords.balances &&
      isAtRest(bySenders) &&
      messages.every(
        ({ toBeSent, sent: handedOff, received }) => toBeSent === handedOff && handedOff === received,
      ) &&
      found.length === 0,
  };
}

const isAtRest = ({ incoming, outgoing }: Reconciliation): boolean =>
  incoming.every(({ underWay }) => underWay === 0) && outgoing.every(({ onItsWay }) => onItsWay === 0);

const inOperationsBooks = ({ administration, sentAt, messageId, content }: SentMessage): Sent => ({
  administration,
  sentAt,
  ...(messageId === undefined ? {} : { messageId }),
  ...(content === undefined ? {} : { decision: namedIn(administration, content) }),
});

const namedIn = (
  administration: string,
  { decision, revision, contentHash }: NonNullable<SentMessage["content"]>,
): NonNullable<Sent["decision"]> => ({
  decisionId: decision.slice(administration.length + 1),
  revision,
  contentHash,
});
