import {
  type Assignment,
  type CaseRecord,
  correlationIdOf,
  type Instant,
  receiptOf,
} from "@hemvist/casework";
import { type CivilDate, civilDateAt } from "@hemvist/rules";
import { type Difference, ledgerOf, type OutgoingCounts, type OutgoingDay } from "./balance.ts";

interface Options {
  readonly receiptsOf: (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>;
  readonly isWithin: (day: CivilDate) => boolean;
  readonly differ: (difference: Difference) => void;
  readonly now: Instant;
}

const minute = 60_000;

/** How long hand-off may take before the alarm `hand-off-behind` goes off. */
const patience = 15 * minute;

/** SQS's clock dates the request, and Lambda's the receipt. The number is ours. */
const clocksDiffer = minute;

const none: OutgoingCounts = { toBeSent: 0, sent: 0, onItsWay: 0 };

/**
 * Compares each assignment's newest request with its receipt, or with the provider's own report, which proves more.
 */
export function outgoingBalance({ receiptsOf, isWithin, differ, now }: Options) {
  const ledger = ledgerOf(none);

  function count(record: CaseRecord, assignment: Assignment, receipt: Instant | undefined): void {
    const { provider: party, requestedAt, assignmentId } = assignment;
    const day = civilDateAt(requestedAt);
    const counts = ledger.at(party, day);
    counts.toBeSent += 1;
    if (wasSent(receipt, requestedAt) || receiptOf(record, assignment).acknowledgedAt !== undefined) {
      counts.sent += 1;
    } else if (Date.parse(now) - Date.parse(requestedAt) < patience) {
      counts.onItsWay += 1;
    } else {
      differ({ kind: "no-receipt", party, day, decision: correlationIdOf(record), assignmentId });
    }
  }

  return {
    async see(records: readonly CaseRecord[]): Promise<void> {
      const requested = records.flatMap((record) =>
        record.assignments
          .filter(({ requestedAt }) => isWithin(civilDateAt(requestedAt)))
          .map((assignment) => ({ record, assignment })),
      );
      if (requested.length === 0) return;
      const receipts = await receiptsOf(requested.map(({ assignment }) => assignment.assignmentId));
      for (const { record, assignment } of requested)
        count(record, assignment, receipts.get(assignment.assignmentId));
    },
    close: (): readonly OutgoingDay[] =>
      ledger.rows().map(({ party, day, counts }) => ({
        party,
        day,
        ...counts,
        missing: counts.toBeSent - counts.sent - counts.onItsWay,
      })),
  };
}

const wasSent = (receipt: Instant | undefined, requestedAt: Instant): boolean =>
  receipt !== undefined && Date.parse(receipt) + clocksDiffer >= Date.parse(requestedAt);
