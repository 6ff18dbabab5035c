import { type CaseRecord, type Instant, inTimeUntil, stepsOf } from "@hemvist/casework";
import { isTrial } from "@hemvist/rules";
import { count, measureSteps, promiseKept } from "@hemvist/runtime";

/**
 * Counts the notices that a follow-up gave, by kind, and measures whether it came within an hour of when it was due.
 * hemvist's own trial decisions are in no figure.
 */
export function measureFollowUp(
  record: CaseRecord,
  { dueAt, at }: { readonly dueAt: Instant; readonly at: Instant },
): void {
  if (isTrial(record.administration)) return;
  for (const entry of record.history)
    if (entry.version === record.version && entry.what === "follow-up-told")
      count("NoticesGiven", { kind: entry.kind });
  // The end of a revoked decision, which comes by itself when its day is over.
  measureSteps(stepsOf(record));
  promiseKept("FollowedUpInTime", at <= inTimeUntil(dueAt));
}
