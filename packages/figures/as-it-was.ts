import type { Assignment, AssignmentStatus, CaseRecord, HistoryEntry, Instant } from "@hemvist/casework";

/** A change of an assignment's status: when it happened, and when hemvist heard of it. */
export interface Change {
  readonly status: AssignmentStatus;
  readonly on: Instant;
  readonly reason?: string;
}

/** An assignment with everything that had happened to it by an instant; never empty. */
export interface PastAssignment {
  readonly record: CaseRecord;
  readonly assignment: Assignment;
  readonly changes: readonly [Change, ...Change[]];
  readonly status: AssignmentStatus;
}

/** What was known at an instant: entries written before it. The same whenever it is asked. */
export const knownAt = ({ history }: CaseRecord, instant: Instant): readonly HistoryEntry[] =>
  history.filter(({ at }) => at < instant);

/**
 * A record's assignments as they stood at an instant, rebuilt from history, whatever has happened since.
 *
 * Status and times come from history. Sub-area, legal basis and the day of the decision are the standing
 * revision's: history does not say what a revision changed them from.
 */
export function assignmentsAt(record: CaseRecord, instant: Instant): readonly PastAssignment[] {
  const known = knownAt(record, instant);
  return record.assignments.flatMap((assignment) => {
    const [first, ...later] = known.flatMap((entry) => changeIn(entry, assignment.assignmentId) ?? []);
    if (first === undefined) return [];
    return [
      {
        record,
        assignment,
        changes: [first, ...later],
        status: later.at(-1)?.status ?? first.status,
      } as const,
    ];
  });
}

function changeIn(entry: HistoryEntry, assignmentId: string): Change | undefined {
  if (!("assignmentId" in entry) || entry.assignmentId !== assignmentId) return undefined;
  if (entry.what === "assignment-requested") return { status: "requested", on: entry.at };
  if (entry.what === "assignment-cancelled") return { status: "cancelled", on: entry.at };
  if (entry.what !== "progress-reported") return undefined;
  const { status, occurredAt, reason } = entry;
  return { status, on: occurredAt, ...(reason ? { reason: reason.code } : {}) };
}

/** When a status was first reached, since the assignment was last requested. */
export function firstReached(
  { changes }: PastAssignment,
  reached: (status: AssignmentStatus) => boolean,
): Instant | undefined {
  const requested = changes.findLastIndex(({ status }) => status === "requested");
  return changes.slice(requested + 1).find(({ status }) => reached(status))?.on;
}

/** When it was last requested. */
export const requestedOn = ({ changes }: PastAssignment): Instant =>
  changes.findLast(({ status }) => status === "requested")?.on ?? changes[0].on;
