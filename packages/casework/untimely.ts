import { type CivilDate, civilDateAt } from "@hemvist/rules";
import type { Assignment, AssignmentStatus, Instant } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Progress } from "./report-progress.ts";

/** Why the time that a partner gives is impossible. */
export type Untimely =
  | { readonly why: "in-the-future"; readonly receivedAt: Instant }
  | { readonly why: "before-the-decision"; readonly decidedOn: CivilDate };

/** The same of a provider's report. */
export type UntimelyReport =
  | Untimely
  | { readonly why: "before-the-last"; readonly lastOccurredAt: Instant }
  | { readonly why: "outside-the-assignment"; readonly from: CivilDate; readonly to: CivilDate };

/** How far ahead of hemvist's clock a partner's may be, in milliseconds. */
const mostAhead = 5 * 60_000;

/**
 * An instant says when something happened, not when it was reported. So it may lie long before hemvist got the
 * decision. It may not lie before the intervention was decided, nor ahead of the clock.
 */
export function untimely(
  instant: Instant,
  { decidedOn, receivedAt }: { readonly decidedOn: CivilDate; readonly receivedAt: Instant },
): Untimely | undefined {
  if (Date.parse(instant) - Date.parse(receivedAt) > mostAhead) return { why: "in-the-future", receivedAt };
  return civilDateAt(instant) < decidedOn ? { why: "before-the-decision", decidedOn } : undefined;
}

/** The statuses whose times the law's three months count from. */
const isCounted: Readonly<Record<AssignmentStatus, boolean>> = {
  requested: false,
  received: false,
  accepted: false,
  rejected: false,
  "in-progress": true,
  "on-hold": true,
  completed: true,
  failed: true,
  cancelled: false,
};

/** Why a report's times are impossible, if they are. */
export function untimelyReport(
  { history }: CaseRecord,
  { assignment, progress, receivedAt }: { assignment: Assignment; progress: Progress; receivedAt: Instant },
): UntimelyReport | undefined {
  const { decidedOn, from, to } = assignment;
  const { status, occurredAt, expectedStartOn } = progress;
  const refused = untimely(occurredAt, { decidedOn, receivedAt });
  if (refused) return refused;
  const last = history
    .filter((entry) => entry.what === "progress-reported")
    .findLast((entry) => entry.assignmentId === assignment.assignmentId && isCounted[entry.status]);
  if (last && isCounted[status] && occurredAt < last.occurredAt)
    return { why: "before-the-last", lastOccurredAt: last.occurredAt };
  const isOutside = expectedStartOn !== undefined && (expectedStartOn < from || expectedStartOn > to);
  return isOutside ? { why: "outside-the-assignment", from, to } : undefined;
}
