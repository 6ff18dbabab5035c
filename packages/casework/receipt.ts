import type { Assignment, AssignmentStatus, Instant } from "./assignment.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";

/** How far an assignment has come, and when: SF can see this for every assignment. */
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

export type Milestone = "acknowledgedAt" | "acceptedAt" | "startedAt" | "endedAt";

/** What a report of a status shows: who accepts has also acknowledged. */
export const shows: Readonly<Record<AssignmentStatus, readonly Milestone[]>> = {
  requested: [],
  received: ["acknowledgedAt"],
  accepted: ["acknowledgedAt", "acceptedAt"],
  rejected: ["acknowledgedAt", "endedAt"],
  "in-progress": ["startedAt"],
  "on-hold": [],
  completed: ["endedAt"],
  failed: ["endedAt"],
  cancelled: [],
};

/** Of each milestone, the first report that shows it. */
export function receiptOf(record: CaseRecord, assignment: Assignment, deliveredAt?: Instant): Receipt {
  const { requestedAt } = assignment;
  const reports = reportsOf(record, assignment);
  const first = (milestone: Milestone): Partial<Record<Milestone, Instant>> => {
    const report = reports.find(({ status }) => shows[status].includes(milestone));
    return report ? { [milestone]: report.occurredAt } : {};
  };
  return {
    storedAt: requestedAt,
    ...(deliveredAt && isOfThis(deliveredAt, requestedAt) ? { deliveredAt } : {}),
    ...first("acknowledgedAt"),
    ...first("acceptedAt"),
    ...first("startedAt"),
    ...first("endedAt"),
  };
}

export type ReportEntry = Extract<HistoryEntry, { readonly what: "progress-reported" }>;

/** The reports on an assignment since it was requested: none of an earlier provider's. */
export const reportsOf = (
  { history }: CaseRecord,
  { assignmentId, requestedAt }: Pick<Assignment, "assignmentId" | "requestedAt">,
): readonly ReportEntry[] =>
  history.flatMap((entry) =>
    entry.what === "progress-reported" && entry.assignmentId === assignmentId && entry.at >= requestedAt
      ? [entry]
      : [],
  );

/** How far two of hemvist's own clocks may differ, in milliseconds. */
const clocksDiffer = 60_000;

/** Not for an earlier request, for example before the assignment moved to another provider. */
const isOfThis = (deliveredAt: Instant, requestedAt: Instant): boolean =>
  Date.parse(deliveredAt) > Date.parse(requestedAt) - clocksDiffer;
