import { addDays, type CivilDate, civilDateAt, type Revocation } from "@hemvist/rules";
import { type Assignment, type Instant, isOpen } from "./assignment.ts";
import type { AssignmentChange } from "./assignment-change.ts";
import { callBack, differs, statusChanged } from "./assignment-messages.ts";
import type { CaseRecord, Revision } from "./case-record.ts";
import type { Change } from "./change.ts";
import { settleProposals } from "./settle-proposals.ts";
import { earlier } from "./watch.ts";

interface Revoking {
  readonly record: CaseRecord;
  readonly revision: Revision;
  readonly revocation: Revocation;
  readonly at: Instant;
}

/**
 * What a revocation does to an assignment when it comes. It cancels at once what would begin after its day. If that day
 * is over, it cancels everything. Otherwise what runs ends on that day, and follow-up cancels it when the day is over.
 */
export function revoked(
  assignment: Assignment,
  { record, revision, revocation: { on }, at }: Revoking,
): AssignmentChange {
  if (!isOpen(assignment)) return { assignment };
  const intervention = revision.decision.interventions.find(
    ({ interventionId }) => interventionId === assignment.interventionId,
  );
  if (intervention === undefined || intervention.from > on || on < civilDateAt(at)) {
    const ended = cancelledAt(assignment, at);
    return { assignment: ended, cancels: ended };
  }
  const shortened = { ...assignment, from: intervention.from, to: earlier(intervention.to, on) };
  const before = record.standing;
  const isNews =
    before !== undefined &&
    differs({ before: { assignment, revision: before }, after: { assignment: shortened, revision } });
  return isNews ? { assignment: shortened, amends: shortened } : { assignment: shortened };
}

/** The day on which follow-up cancels what a revocation let run. Undefined if nothing runs. */
export function endsOn({ standing, assignments }: CaseRecord): CivilDate | undefined {
  const on = standing?.decision.revocation?.on;
  return on !== undefined && assignments.some(isOpen) ? addDays(on, 1) : undefined;
}

/** Cancels what still runs after the revocation's day. Undefined if that day is not over, or nothing runs. */
export function endRevoked(record: CaseRecord, at: Instant): Change | undefined {
  const { standing, assignments } = record;
  const day = endsOn(record);
  if (standing === undefined || day === undefined || civilDateAt(at) < day) return undefined;
  const ended = assignments.map((one) => (isOpen(one) ? cancelledAt(one, at) : one));
  const open = assignments.filter(isOpen);
  const proposals = settleProposals({ ...record, assignments: ended }, { before: record, at });
  return {
    record: proposals.record,
    facts: [
      ...open.map(({ assignmentId, provider }) => ({
        what: "assignment-cancelled" as const,
        assignmentId,
        provider,
      })),
      ...proposals.facts,
    ],
    drafts: [
      ...open.map((one) => callBack(one, standing.decision)),
      ...open.map((one) =>
        statusChanged(record, cancelledAt(one, at), { previousStatus: one.status, occurredAt: at }),
      ),
      ...proposals.drafts,
    ],
  };
}

const cancelledAt = (assignment: Assignment, at: Instant): Assignment => ({
  ...assignment,
  status: "cancelled",
  statusAt: at,
  heardAt: at,
});
