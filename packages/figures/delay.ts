import type { CaseRecord, Instant } from "@hemvist/casework";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateAt,
  daysBetween,
  type LegalBasis,
} from "@hemvist/rules";
import { assignmentsAt, type PastAssignment } from "./as-it-was.ts";
import type { EndReason } from "./end.ts";
import { type Idle, idlesOf } from "./idle.ts";
import type { ReportPeriod } from "./report-period.ts";

/** Time in which an intervention of a basic decision was not carried out, longer than the law's three months. */
export interface Delay {
  readonly past: PastAssignment;
  readonly legalBasis: LegalBasis;
  /** `never-begun`: counted from the intervention's decision. `interrupted`: from the day it was interrupted. */
  readonly kind: "never-begun" | "interrupted";
  readonly since: CivilDate;
  /** A report on an earlier period has it as not carried out. */
  readonly reportedBefore: boolean;
  /** The true day on which it was carried out at last; absent while it is not. */
  readonly carriedOutOn?: CivilDate;
  /** The true day on which it ended for another reason, and that reason. */
  readonly endedOn?: CivilDate;
  readonly endReason?: EndReason;
  /** A code: why it was not carried out, as far as it is known. */
  readonly reason: string;
  /** From the intervention's decision to the end of the period, or to the day on which the delay ended. */
  readonly daysSinceDecision: number;
}

/**
 * What a report on a period says of delays: those that last when it ends, and those whose end was heard of in it.
 *
 * > Om ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § inte har verkställts inom tre månader från dagen för
 * > beslutet, ska socialnämnden rapportera det
 * > SFS 2025:400 34 kap. 1 §
 *
 * Carried out means begun: `in-progress`. Three months is when a report is due, not how long a decision may wait.
 *
 * The report compares what was known when the period ended with what the report before it knew. So a delay is closed
 * once, in the first report after its end was heard of, with the true day, however long ago that was.
 */
export const delaysIn = (records: readonly CaseRecord[], period: ReportPeriod): readonly Delay[] =>
  records.flatMap((record) => {
    const before = new Map(idlesAt(record, period.starts).map((idle) => [idle.key, idle]));
    return idlesAt(record, period.ends)
      .filter((idle) => isNews(idle, before.get(idle.key)))
      .map((idle) => delayOf(idle, { before: before.get(idle.key), period }));
  });

interface Known extends Idle {
  readonly past: PastAssignment;
  readonly legalBasis: LegalBasis;
  readonly key: string;
  readonly isLate: boolean;
}

/** All the times in which a record's interventions were not carried out, as known at an instant. */
const idlesAt = (record: CaseRecord, instant: Instant): readonly Known[] =>
  assignmentsAt(record, instant).flatMap((past) => {
    const { basicLegalBasis: legalBasis, assignmentId } = past;
    if (legalBasis === undefined) return [];
    return idlesOf(past).map((idle, index) => ({
      ...idle,
      past,
      legalBasis,
      // What is heard later closes or adds; it never changes which of an assignment's delays is the first.
      key: `${assignmentId} ${index}`,
      isLate: isLate(idle, addDays(civilDateAt(instant), -1)),
    }));
  });

/** Beyond the three months on its last day, or on the last day that was over. */
const isLate = ({ since, end }: Idle, lastDay: CivilDate): boolean =>
  addDays(addMonths(since, 3), 1) <= (end?.on ?? lastDay);

/** Whether this report says it, given how the one before had it. */
function isNews(now: Known, before: Known | undefined): boolean {
  if (before === undefined || !before.isLate) return now.isLate;
  if (before.end === undefined || now.end === undefined) return true;
  // It was closed as ended, and then it was heard that it had been carried out (2 §).
  return before.end.because !== "carried-out" && now.end.because === "carried-out";
}

function delayOf(
  { past, legalBasis, kind, since, end, reason }: Known,
  { before, period }: { readonly before: Known | undefined; readonly period: ReportPeriod },
): Delay {
  return {
    past,
    legalBasis,
    kind,
    since,
    reportedBefore: before?.isLate === true && isOpenThen(before, end),
    ...endAsTold(end),
    reason,
    daysSinceDecision: daysBetween(past.decidedOn, end?.on ?? period.to),
  };
}

/** One that was closed and is late again is new. */
const isOpenThen = (before: Known, end: Idle["end"]): boolean =>
  before.end === undefined || end !== undefined;

function endAsTold(end: Idle["end"]): Pick<Delay, "carriedOutOn" | "endedOn" | "endReason"> {
  if (end === undefined) return {};
  return end.because === "carried-out"
    ? { carriedOutOn: end.on }
    : { endedOn: end.on, endReason: end.because };
}
