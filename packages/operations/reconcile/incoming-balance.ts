import type { Letter } from "@hemvist/adapters";
import { type CaseRecord, correlationIdOf } from "@hemvist/casework";
import { type CivilDate, civilDateAt, decisionsFrom, isOf, partyOf } from "@hemvist/rules";
import { namedIn } from "../dead-letters/named-in.ts";
import { type Difference, type IncomingCounts, type IncomingDay, ledgerOf } from "./balance.ts";
import { fateOf } from "./fate.ts";

/** What a sender says it sent: on its queue, or over HTTP without the answer 400. */
export interface Sent {
  readonly administration: string;
  readonly sentAt: string;
  /** Absent if the sender knows only the message's id, as for a message that cannot be read. */
  readonly decision?: {
    readonly decisionId: string;
    readonly revision: number;
    /** SHA-256 of its canonical JSON, where the sender keeps it: tells two contents of one revision apart. */
    readonly contentHash?: string;
  };
  /** SQS's id of the message, where it came on a queue. */
  readonly messageId?: string;
}

/** What is not in the records: it is read once, after them. */
export interface Aside {
  /** What lies in the dead-letter queues. */
  readonly letters: Iterable<Letter>;
  /** How many messages each `decisions-*` queue holds now. */
  readonly depths: ReadonlyMap<string, number>;
}

interface Options {
  readonly sent?: Iterable<Sent>;
  /** Whether the records before these have been looked at already. Then the list's messages are counted. */
  readonly isContinued?: boolean;
  readonly isWithin: (day: CivilDate) => boolean;
  readonly differ: (difference: Difference) => void;
}

const none: IncomingCounts = {
  cameIn: 0,
  assigned: 0,
  returned: 0,
  superseded: 0,
  refused: 0,
  unreadable: 0,
  deadLettered: 0,
  underWay: 0,
};

/** Compares what came in with how it ended: one count as it came, the other by where it is now. */
export function incomingBalance(options: Options) {
  return options.sent === undefined ? byRecords(options) : bySenders(options, options.sent);
}

/** Each content in a record's history must be found in its state. Letters count as incoming too. */
function byRecords({ isWithin, differ }: Options) {
  const ledger = ledgerOf(none);
  function countAside({ letters }: Aside): void {
    for (const letter of lettersOfDecisions(letters)) {
      const day = civilDateAt(letter.sentAt);
      if (!isWithin(day)) continue;
      const counts = ledger.at(partyOf(letter.queue), day);
      counts.cameIn += 1;
      counts[letter.reason === undefined ? "deadLettered" : "unreadable"] += 1;
    }
  }
  return {
    see(record: CaseRecord): void {
      const party = record.administration;
      for (const entry of record.history) {
        if (entry.what !== "revision-assigned" && entry.what !== "revision-returned") continue;
        const day = civilDateAt(entry.at);
        if (!isWithin(day)) continue;
        const counts = ledger.at(party, day);
        counts.cameIn += 1;
        const fate = fateOf(record, entry);
        if (fate !== undefined) counts[fate] += 1;
        else
          differ({
            kind: "history-and-state-differ",
            party,
            day,
            decision: correlationIdOf(record),
            revision: entry.revision,
          });
      }
    },
    left: (): readonly Sent[] => [],
    close(aside: Aside | undefined): readonly IncomingDay[] {
      if (aside !== undefined) countAside(aside);
      return rowsOf(ledger);
    },
  };
}

/** Looks for each message of the senders' lists: in a record, among the letters, or on its queue. */
function bySenders({ isContinued = false, isWithin, differ }: Options, sent: Iterable<Sent>) {
  const ledger = ledgerOf(none);
  const awaited = new Map<string, Sent[]>();
  for (const one of sent) {
    const day = civilDateAt(one.sentAt);
    if (!isWithin(day)) continue;
    if (!isContinued) ledger.at(one.administration, day).cameIn += 1;
    const key = keyOf(one);
    awaited.set(key, [...(awaited.get(key) ?? []), one]);
  }
  const settle = (one: Sent, ending: keyof IncomingCounts): void => {
    ledger.at(one.administration, civilDateAt(one.sentAt))[ending] += 1;
  };

  function findAside({ letters }: Aside): void {
    for (const letter of lettersOfDecisions(letters)) {
      const isIt = matches(letter);
      for (const [key, waiting] of awaited) {
        const found = waiting.findIndex(isIt);
        const one = waiting[found];
        if (one === undefined) continue;
        settle(one, letter.reason === undefined ? "deadLettered" : "unreadable");
        awaited.set(key, waiting.toSpliced(found, 1));
        break;
      }
    }
  }

  /** A party's messages that are still not found are on its queue, if the queue holds as many. */
  function findOnQueues({ depths }: Aside): void {
    const left = Object.groupBy([...awaited.values()].flat(), ({ administration }) => administration);
    for (const party of Object.keys(left).toSorted()) {
      const waiting = left[party] ?? [];
      const isOnQueue = waiting.length <= (depths.get(decisionsFrom(party)) ?? 0);
      for (const one of waiting) {
        if (isOnQueue) settle(one, "underWay");
        else differ(lostOf(one));
      }
    }
  }

  return {
    see(record: CaseRecord): void {
      const key = correlationIdOf(record);
      const left = (awaited.get(key) ?? []).filter((one) => {
        const fate = one.decision && fateOf(record, one.decision);
        if (fate !== undefined) settle(one, fate);
        return fate === undefined;
      });
      if (left.length > 0) awaited.set(key, left);
      else awaited.delete(key);
    },
    /** What no record had so far. */
    left: (): readonly Sent[] => [...awaited.values()].flat(),
    close(aside: Aside | undefined): readonly IncomingDay[] {
      if (aside !== undefined) {
        findAside(aside);
        findOnQueues(aside);
      }
      return rowsOf(ledger);
    },
  };
}

const keyOf = ({ administration, decision, messageId = "" }: Sent): string =>
  decision === undefined
    ? `message ${messageId}`
    : correlationIdOf({ administration, decisionId: decision.decisionId });

const lettersOfDecisions = (letters: Iterable<Letter>): readonly Letter[] =>
  [...letters].filter(({ queue }) => isOf("decisions", queue));

/** The same message by its id, or the same content. */
function matches(letter: Letter): (sent: Sent) => boolean {
  const party = partyOf(letter.queue);
  const named = namedIn(letter.body);
  return ({ administration, decision, messageId }) => {
    if (administration !== party) return false;
    if (messageId !== undefined && [letter.originalId, letter.id].includes(messageId)) return true;
    return (
      decision !== undefined &&
      decision.decisionId === named.decisionId &&
      decision.revision === named.revision &&
      (decision.contentHash === undefined || decision.contentHash === named.contentHash)
    );
  };
}

const lostOf = (sent: Sent): Difference => ({
  kind: "sent-and-not-here",
  party: sent.administration,
  day: civilDateAt(sent.sentAt),
  decision: keyOf(sent),
  ...(sent.decision === undefined ? {} : { revision: sent.decision.revision }),
});

const rowsOf = (ledger: ReturnType<typeof ledgerOf<IncomingCounts>>): readonly IncomingDay[] =>
  ledger.rows().map(({ party, day, counts }) => {
    const { cameIn, ...ended } = counts;
    const found = Object.values(ended).reduce((sum, count) => sum + count, 0);
    return { party, day, ...counts, missing: cameIn - found };
  });
