import type { CaseRecord } from "@hemvist/casework";
import { addDays, addMonths, type CivilDate, daysBetween, type LegalBasis } from "@hemvist/rules";
import { assignmentsAt, type PastAssignment } from "./as-it-was.ts";
import type { EndReason } from "./end.ts";
import { type Idle, idlesOf } from "./idle.ts";
import { quartersBefore, type ReportPeriod } from "./report-period.ts";

/** Time in which an intervention of a basic decision was not carried out, longer than the law's three months. */
export interface Delay
  extends Pick<
    PastAssignment,
    "administration" | "decisionId" | "personKey" | "assignmentId" | "decidedOn" | "subArea"
  > {
  readonly legalBasis: LegalBasis;
  /** `never-begun`: counted from the intervention's decision. `interrupted`: from the day it was interrupted. */
  readonly kind: "never-begun" | "interrupted";
  readonly since: CivilDate;
  /** A report on an earlier period lists it as not carried out. */
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
 * What a report on a period says about delays: those that last when it ends, and those whose end was reported in it.
 *
 * > Om ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § inte har verkställts inom tre månader från dagen för
 * > beslutet, ska socialnämnden rapportera det
 * > SFS 2025:400 34 kap. 1 §
 *
 * Carried out means begun: `in-progress`. Three months is when a report is due, not how long a decision may wait.
 *
 * It works out each earlier report again from what was known then. So a delay is new once, is listed while it lasts,
 * and is closed once: in the first report after its end became known, with the true day, however long ago that was.
 */
export function delaysIn(record: CaseRecord, period: ReportPeriod): readonly Delay[] {
  const now = idlesAt(record, period);
  // Stryker disable next-line ConditionalExpression: it saves work and changes nothing
  if (!now.some((idle) => mayHaveBeenReported(idle, period))) return [];
  const before = reportedBefore(record, period);
  return now.flatMap((idle) => {
    const earlier = before.get(idle.key);
    const reported = reportedAs(idle, earlier);
    return reported === undefined ? [] : [delayOf(idle, { reported, earlier, period })];
  });
}

interface Known extends Idle {
  readonly past: PastAssignment;
  readonly legalBasis: LegalBasis;
  readonly key: string;
  readonly isLate: boolean;
}

/** All the times in which a record's interventions were not carried out, as known when a period ended. */
const idlesAt = (record: CaseRecord, { to, ends }: ReportPeriod): readonly Known[] =>
  assignmentsAt(record, ends).flatMap((past) => {
    const { basicLegalBasis: legalBasis, assignmentId } = past;
    if (legalBasis === undefined) return [];
    return idlesOf(past).map((idle, index) => ({
      ...idle,
      past,
      legalBasis,
      // A later report closes or adds an idle time. It never changes which of an assignment's idle times is the first.
      key: `${assignmentId} ${index}`,
      isLate: lateFrom(idle) <= (idle.end?.on ?? to),
    }));
  });

/** The first day beyond the three months. */
const lateFrom = ({ since }: Idle): CivilDate => addDays(addMonths(since, 3), 1);

/** For most, the report of carrying out comes before they are late. No report has them, and neither has this one. */
const mayHaveBeenReported = (idle: Idle, { to }: ReportPeriod): boolean =>
  lateFrom(idle) <= to && (idle.heardOn === undefined || idle.heardOn >= lateFrom(idle));

/** How a report lists an idle time. */
type Reported = "lasting" | "ended" | "carried-out";

/** How the newest earlier report listed each idle time of a record. */
function reportedBefore(record: CaseRecord, period: ReportPeriod): ReadonlyMap<string, Reported> {
  const before = new Map<string, Reported>();
  const since = record.history[0]?.at ?? period.ends;
  for (const quarter of quartersBefore(period, since))
    for (const idle of idlesAt(record, quarter)) {
      const reported = reportedAs(idle, before.get(idle.key));
      if (reported !== undefined) before.set(idle.key, reported);
    }
  return before;
}

/** How a report lists it, given how the last report did. Undefined if the report leaves it out. */
function reportedAs({ isLate, end }: Known, before: Reported | undefined): Reported | undefined {
  const now = end === undefined ? "lasting" : end.because === "carried-out" ? "carried-out" : "ended";
  if (before === undefined) return isLate ? now : undefined;
  // A delay that was reported as ended may begin again, or the intervention may prove to have been carried out before
  // that (2 §).
  return before === "carried-out" || (before === "ended" && now === "ended") ? undefined : now;
}

function delayOf(
  { past, legalBasis, kind, since, end, reason }: Known,
  {
    reported,
    earlier,
    period,
  }: {
    readonly reported: Reported;
    readonly earlier: Reported | undefined;
    readonly period: ReportPeriod;
  },
): Delay {
  const { administration, decisionId, personKey, assignmentId, decidedOn, subArea } = past;
  return {
    administration,
    decisionId,
    personKey,
    assignmentId,
    decidedOn,
    subArea,
    legalBasis,
    kind,
    since,
    // One that was closed and lasts again is new.
    reportedBefore: earlier === "lasting" || (earlier === "ended" && reported === "carried-out"),
    ...endAsTold(end),
    reason,
    daysSinceDecision: daysBetween(decidedOn, end?.on ?? period.to),
  };
}

function endAsTold(end: Idle["end"]): Pick<Delay, "carriedOutOn" | "endedOn" | "endReason"> {
  if (end === undefined) return {};
  return end.because === "carried-out"
    ? { carriedOutOn: end.on }
    : { endedOn: end.on, endReason: end.because };
}
