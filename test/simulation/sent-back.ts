import type { CaseRecord } from "@hemvist/casework";
import type { Step } from "../../packages/operations/redrive-plan.ts";
import type { Violations } from "./violations.ts";

/** What must hold of what an operator is about to send back. */
export function checkSentBack(
  steps: readonly Step[],
  {
    records,
    violations,
  }: { readonly records: ReadonlyMap<string, CaseRecord>; readonly violations: Violations },
): void {
  for (const { letter, content, decision = "", send } of steps) {
    const record = records.get(decision);
    const isPast = send && record !== undefined && isPastNewer(content, record);
    violations.check(
      !isPast,
      "no decision and no report is sent back past what is newer",
      () => `${letter.id} of ${decision}`,
    );
  }
}

function isPastNewer(content: Step["content"], { standing, history }: CaseRecord): boolean {
  if (content.is === "decision") return (standing?.decision.revision ?? 0) > content.decision.revision;
  if (content.is !== "progress") return false;
  const { assignmentId, occurredAt } = content.progress;
  return history.some(
    (entry) =>
      entry.what === "progress-reported" &&
      entry.assignmentId === assignmentId &&
      entry.occurredAt > occurredAt,
  );
}
