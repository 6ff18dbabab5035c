import type {
  Assignment,
  AssignmentStatus,
  CaseRecord,
  HistoryEntry,
  Instant,
  Stood,
} from "@hemvist/casework";
import {
  type Administration,
  type CivilDate,
  civilDateAt,
  instantAt,
  type LegalBasis,
  type SubAreaCode,
} from "@hemvist/rules";
import { type End, endOf } from "./end.ts";

/** A change of an assignment's status. */
export interface Change {
  readonly status: AssignmentStatus;
  /** When it happened, as the sender of the report says. */
  readonly on: Instant;
  /** When hemvist got the report. */
  readonly heardAt: Instant;
  /** A code, where the report gave one. */
  readonly reason?: string;
}

/** An assignment as it was known at an instant. It does not hold what stands today, so no figure can use that. */
export interface PastAssignment {
  readonly administration: Administration;
  readonly decisionId: string;
  readonly personKey: string;
  readonly assignmentId: string;
  /** The intervention's own: another one of the same decision may have another. */
  readonly decidedOn: CivilDate;
  readonly legalBasis: LegalBasis;
  /** The newest basic one, which a later revision may have left for 12 kap. 4 §; absent where there was none. */
  readonly basicLegalBasis?: LegalBasis;
  readonly subArea: SubAreaCode;
  /** Never empty, in the order in which the reports came. */
  readonly changes: readonly [Change, ...Change[]];
  readonly status: AssignmentStatus;
  /** How SF ended it, or that its last day has passed. Absent if neither had happened. */
  readonly end?: End;
}

/** A record as it was known at an instant: without what was written later, and without what stands today. */
export type PastRecord = Pick<
  CaseRecord,
  "administration" | "decisionId" | "personKey" | "history" | "stood"
>;

export function recordAt(
  { administration, decisionId, personKey, ...record }: CaseRecord,
  instant: Instant,
): PastRecord {
  const history = record.history.filter(({ at }) => at < instant);
  const stood = record.stood.filter(({ since }) => since < instant);
  return { administration, decisionId, personKey: stood.at(-1)?.personKey ?? personKey, history, stood };
}

/** A record's assignments as they were known at an instant, whatever has happened since. */
export function assignmentsAt(record: CaseRecord, instant: Instant): readonly PastAssignment[] {
  const past = recordAt(record, instant);
  return record.assignments.flatMap((assignment) => pastOf(assignment, past, instant) ?? []);
}

function pastOf(
  { assignmentId, interventionId, decidedOn }: Assignment,
  { administration, decisionId, personKey, history, stood }: PastRecord,
  instant: Instant,
): PastAssignment | undefined {
  const [first, ...later] = history.flatMap((entry) => changeIn(entry, { assignmentId, stood }) ?? []);
  const intervention = stood.flatMap((each) => interventionIn(each, interventionId) ?? []).at(-1);
  const bases = stood.flatMap(({ decision }) => decision?.legalBasis ?? []);
  const legalBasis = bases.at(-1);
  if (first === undefined || intervention === undefined || legalBasis === undefined) return undefined;
  const changes = [first, ...later] as const;
  const end = endOf({ interventionId, changes, stood, instant });
  const basic = bases.findLast(isBasic);
  return {
    administration,
    decisionId,
    personKey,
    assignmentId,
    decidedOn,
    legalBasis,
    ...(basic ? { basicLegalBasis: basic } : {}),
    subArea: intervention.subArea,
    changes,
    status: (later.at(-1) ?? first).status,
    ...(end ? { end } : {}),
  };
}

const isBasic = (legalBasis: LegalBasis): boolean => legalBasis !== "sol-12-4";

type Held = NonNullable<Stood["decision"]>["interventions"][number];

const interventionIn = ({ decision }: Stood, id: string): Held | undefined =>
  decision?.interventions.find(({ interventionId }) => interventionId === id);

function changeIn(
  entry: HistoryEntry,
  { assignmentId, stood }: { readonly assignmentId: string; readonly stood: readonly Stood[] },
): Change | undefined {
  if (!("assignmentId" in entry) || entry.assignmentId !== assignmentId) return undefined;
  const heardAt = entry.at;
  if (entry.what === "assignment-requested") return { status: "requested", on: heardAt, heardAt };
  if (entry.what === "assignment-cancelled")
    return { status: "cancelled", on: calledBackOn(heardAt, stood), heardAt };
  if (entry.what !== "progress-reported") return undefined;
  const { status, occurredAt, reason } = entry;
  return { status, on: occurredAt, heardAt, ...(reason ? { reason: reason.code } : {}) };
}

/** A revocation holds from its own day on, however late SF sends it. */
function calledBackOn(at: Instant, stood: readonly Stood[]): Instant {
  const revocation = stood.findLast(({ since }) => since <= at)?.decision?.revocation;
  return revocation !== undefined && revocation.on < civilDateAt(at) ? instantAt(revocation.on, 0) : at;
}

/** One request and its result. A new provider is a new request. */
export interface Request {
  readonly requestedAt: Instant;
  readonly changes: readonly Change[];
}

export function requestsOf({ changes }: PastAssignment): readonly Request[] {
  const starts = changes.flatMap(({ status }, index) => (status === "requested" ? [index] : []));
  return starts.map((start, index) => ({
    requestedAt: changes[start]?.on ?? changes[0].on,
    changes: changes.slice(start + 1, starts[index + 1]),
  }));
}
