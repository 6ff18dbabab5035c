import type { Assignment, AssignmentStatus, Instant } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";

/** How far an assignment has come, and when each happened: what SF can see of every one. */
export interface Receipt {
  /** When SF's decision was received and the assignment stored with it. */
  readonly storedAt: Instant;
  /** When it was last put on the provider's queue. */
  readonly deliveredAt?: Instant;
  readonly acknowledgedAt?: Instant;
  readonly acceptedAt?: Instant;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
}

/** Whoever accepts has also acknowledged; whoever starts, accepted before that. */
export function receiptOf(
  record: CaseRecord,
  { assignmentId, requestedAt }: Assignment,
  deliveredAt?: Instant,
): Receipt {
  const first = (...statuses: readonly AssignmentStatus[]): Instant | undefined =>
    record.history
      .flatMap((entry) =>
        entry.what === "progress-reported" && entry.assignmentId === assignmentId ? [entry] : [],
      )
      .find(({ status, at }) => statuses.includes(status) && at >= requestedAt)?.occurredAt;
  const acknowledgedAt = first("received", "accepted", "rejected");
  const acceptedAt = first("accepted");
  const startedAt = first("in-progress");
  const endedAt = first("rejected", "completed", "failed");
  return {
    storedAt: requestedAt,
    ...(deliveredAt && isOfThis(deliveredAt, requestedAt) ? { deliveredAt } : {}),
    ...(acknowledgedAt ? { acknowledgedAt } : {}),
    ...(acceptedAt ? { acceptedAt } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(endedAt ? { endedAt } : {}),
  };
}

/** How far two of hemvist's own clocks may differ, in milliseconds. */
const clocksDiffer = 60_000;

/** Not of an earlier request, as where the assignment was moved to another provider since. */
const isOfThis = (deliveredAt: Instant, requestedAt: Instant): boolean =>
  Date.parse(deliveredAt) > Date.parse(requestedAt) - clocksDiffer;
