import { type CaseRecord, caseKeyOf, type Instant } from "@hemvist/casework";
import type { CivilDate } from "@hemvist/rules";
import type { Difference, Reconciliation } from "./balance.ts";
import { type Aside, incomingBalance, type Sent } from "./incoming-balance.ts";
import { outgoingBalance } from "./outgoing-balance.ts";
import { structuralDifferences } from "./structural-differences.ts";

/** An item of the table that is no record, by its key. */
export interface Unreadable {
  readonly unreadable: string;
}

type Stored = CaseRecord | Unreadable;

interface Compared {
  /** Every record there is, or a part of them, in any order. */
  readonly records: AsyncIterable<Stored> | Iterable<Stored>;
  /** When hand-off last put each assignment on its provider's queue. Without a receipt, it is left out. */
  readonly receiptsOf: (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>;
  /** The senders' lists, the only witness from outside. They are held in memory, so give a day at a time. */
  readonly sent?: Iterable<Sent>;
}

/** Everything that `reconcile` compares. It changes nothing. */
export interface Books extends Compared, Aside {}

/** A part of it. The parts' sums are added up: merged.ts. */
export interface PartOfBooks extends Compared {
  /** Whether other records came before these. Then `sent` is what they left. */
  readonly isContinued: boolean;
  /** Read after the records. Undefined if further records follow these. */
  readonly aside: () => Promise<Aside | undefined>;
}

export interface PartOfReconciliation extends Reconciliation {
  /** What the senders sent, and no record had so far. */
  readonly left: readonly Sent[];
}

export interface Span {
  /** Days in Stockholm, both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Only this party's rows and differences. */
  readonly party?: string;
  readonly now: Instant;
}

export const mostDifferences = 1000;
const recordsAtOnce = 100;

/**
 * Checks, per party and day, that what came in has ended or is under way, and that what should be sent was sent. It
 * only reads. Memory grows with parties and days, with the senders' lists and with the dead letters, never with what is
 * stored.
 */
export async function reconcile(books: Books, span: Span): Promise<Reconciliation> {
  const aside = (): Promise<Aside> => Promise.resolve(books);
  const { left: _none, ...all } = await reconcilePart({ ...books, isContinued: false, aside }, span);
  return all;
}

/** The same for a part of the records. */
export async function reconcilePart(books: PartOfBooks, span: Span): Promise<PartOfReconciliation> {
  const differences: Difference[] = [];
  let differing = 0;
  const differ = (difference: Difference): void => {
    if (span.party !== undefined && difference.party !== span.party) return;
    differing += 1;
    if (differences.length < mostDifferences) differences.push(difference);
  };
  const isWithin = (day: CivilDate): boolean => day >= span.from && day <= span.to;
  const incoming = incomingBalance({ ...books, isWithin, differ });
  const outgoing = outgoingBalance({ ...books, isWithin, differ, now: span.now });

  for await (const some of inChunks(books.records)) {
    const records = some.flatMap((stored) => ("unreadable" in stored ? [] : [stored]));
    for (const stored of some) if ("unreadable" in stored) differ(unreadable(stored));
    for (const record of records) {
      incoming.see(record);
      for (const difference of structuralDifferences(record)) differ(difference);
    }
    await outgoing.see(records);
  }

  const wanted = ({ party }: { readonly party: string }): boolean =>
    span.party === undefined || party === span.party;
  const aside = await books.aside();
  const left = aside === undefined ? incoming.left() : [];
  const came = incoming.close(aside).filter(wanted);
  const went = outgoing.close().filter(wanted);
  return {
    cameInBy: books.sent === undefined ? "records" : "senders",
    incoming: came,
    outgoing: went,
    differences,
    differing,
    balances: differing === 0 && [...came, ...went].every(({ missing }) => missing === 0),
    left,
  };
}

const unreadable = ({ unreadable: decision }: Unreadable): Difference => ({
  kind: "unreadable-item",
  party: caseKeyOf(decision).administration,
  decision,
});

async function* inChunks(records: Compared["records"]): AsyncIterable<readonly Stored[]> {
  let chunk: Stored[] = [];
  for await (const record of records) {
    chunk.push(record);
    if (chunk.length < recordsAtOnce) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}
