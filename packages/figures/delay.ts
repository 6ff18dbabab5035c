import type { CaseRecord } from "@hemvist/casework";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateAt,
  daysBetween,
  type LegalBasis,
} from "@hemvist/rules";
import { assignmentsAt, type Change, type PastAssignment } from "./as-it-was.ts";
import type { ReportPeriod } from "./report-period.ts";

/** Time in which an intervention of a basic decision was not carried out, longer than the law's three months. */
export interface Delay {
  readonly record: CaseRecord;
  readonly legalBasis: LegalBasis;
  readonly subArea: string;
  /** `never-begun`: counted from the decision. `interrupted`: counted from the day it was interrupted. */
  readonly kind: "never-begun" | "interrupted";
  readonly since: CivilDate;
  /** The first day beyond the three months. */
  readonly lateFrom: CivilDate;
  /** When it was carried out at last; absent while it is not. */
  readonly carriedOutOn?: CivilDate;
  /** A code: why it was not, as far as it is known. */
  readonly reason: string;
  /** From the decision to the end of the period, or to when it was carried out. */
  readonly daysSinceDecision: number;
}

/**
 * The delays there were in a period: late by its end, and not carried out before it began.
 *
 * > Om ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § inte har verkställts inom tre månader från dagen för
 * > beslutet, ska socialnämnden rapportera det
 * > SFS 2025:400 34 kap. 1 §
 *
 * Carried out means begun: `in-progress`. A 12:4 decision is not among those reported.
 */
export const delaysIn = (records: readonly CaseRecord[], period: ReportPeriod): readonly Delay[] =>
  records.flatMap((record) =>
    isReported(record, period)
      ? assignmentsAt(record, period.ends).flatMap((past) => delaysOf(past, period))
      : [],
  );

/** A basic decision that has been neither revoked nor outlived by the time it is reported. */
function isReported({ standing }: CaseRecord, { from, ends }: ReportPeriod): boolean {
  if (standing === undefined || standing.judgement.legalBasis === "sol-12-4") return false;
  const { revocation, validTo } = standing.decision;
  const revoked = revocation !== undefined && standing.receivedAt < ends;
  return !revoked && (validTo === undefined || validTo >= from);
}

interface Span {
  readonly kind: Delay["kind"];
  readonly since: CivilDate;
  readonly until?: CivilDate;
  readonly begun: boolean;
  readonly reason: string;
}

function delaysOf(past: PastAssignment, period: ReportPeriod): readonly Delay[] {
  const { record, assignment } = past;
  const { standing } = record;
  if (standing === undefined) return [];
  const { decidedOn } = standing.decision;
  return spansOf(past, decidedOn).flatMap(({ kind, since, until, begun, reason }) => {
    const lateFrom = addDays(addMonths(since, 3), 1);
    const endedEarly = until !== undefined && (until < lateFrom || until < period.from);
    const endedOtherwise = until !== undefined && !begun;
    const dropped = until === undefined && isDropped(past, period);
    if (lateFrom > period.to || endedEarly || endedOtherwise || dropped) return [];
    return [
      {
        record,
        legalBasis: standing.judgement.legalBasis,
        subArea: assignment.subArea,
        kind,
        since,
        lateFrom,
        ...(until === undefined ? {} : { carriedOutOn: until }),
        reason,
        daysSinceDecision: daysBetween(decidedOn, until ?? period.to),
      },
    ];
  });
}

/** The spells in which it was not carried out: before it began, and after each interruption. */
function spansOf({ changes }: PastAssignment, decidedOn: CivilDate): readonly Span[] {
  const spans: Span[] = [];
  let open: Omit<Span, "until" | "begun"> | undefined = {
    kind: "never-begun",
    since: decidedOn,
    reason: "not-acknowledged",
  };
  let hasBegun = false;
  for (const change of changes) {
    const on = civilDateAt(change.on);
    switch (change.status) {
      case "in-progress":
        if (open !== undefined) spans.push({ ...open, until: on, begun: true });
        open = undefined;
        hasBegun = true;
        break;
      case "completed":
      case "cancelled":
        if (open !== undefined) spans.push({ ...open, until: on, begun: false });
        open = undefined;
        break;
      case "on-hold":
      case "failed":
        open = hasBegun
          ? { kind: "interrupted", since: open?.since ?? on, reason: reasonOf(change) }
          : { kind: "never-begun", since: decidedOn, reason: reasonOf(change) };
        break;
      case "requested":
      case "received":
      case "accepted":
      case "rejected":
        open = { kind: "never-begun", since: decidedOn, reason: reasonOf(change) };
        break;
    }
  }
  return open === undefined ? spans : [...spans, { ...open, begun: false }];
}

/** The provider's own code where it gave one, else what is waited for. */
function reasonOf({ status, reason }: Change): string {
  if (reason !== undefined) return reason;
  if (status === "requested") return "not-acknowledged";
  return status === "received" ? "not-answered" : "not-started";
}

/** The standing revision no longer holds it: SF has decided otherwise. */
function isDropped({ record, assignment }: PastAssignment, { ends }: ReportPeriod): boolean {
  const { standing } = record;
  return (
    standing !== undefined &&
    standing.receivedAt < ends &&
    standing.decision.interventions.every(
      ({ interventionId }) => interventionId !== assignment.interventionId,
    )
  );
}
