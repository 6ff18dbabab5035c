import { stepsOf } from "@hemvist/casework";
import { shownCodes } from "@hemvist/contracts";
import { isTrial } from "@hemvist/rules";
import { count, type LogFields, measureSteps, note } from "@hemvist/runtime";
import type { Recorded } from "./record-progress.ts";
import type { RecordedProposal } from "./record-proposal.ts";

/**
 * Notes what came of a report for the line of its request or message, and counts it: ids, statuses and codes. It is
 * called when the provider's answer is certain. hemvist's own trial decisions are in no figure.
 */
export function noteProgress(recorded: Recorded, provider: string): void {
  note(fieldsOf(recorded));
  if (!isTrial(provider)) countProgress(recorded, provider);
}

function fieldsOf(recorded: Recorded): LogFields {
  if (recorded.kind === "unreadable")
    return { outcome: "progress unreadable", faults: shownCodes(recorded.faults) };
  const { progress, reported } = recorded;
  const outcome = `progress ${reported.kind}`;
  const ids = { assignment: progress.assignmentId, progress: progress.progressId, status: progress.status };
  return reported.kind === "refused"
    ? { outcome, ...ids, why: reported.refusal.why }
    : { outcome, ...ids, version: reported.record.version };
}

function countProgress(recorded: Recorded, provider: string): void {
  if (recorded.kind === "unreadable") {
    count("ProgressUnreadable", { provider });
    return;
  }
  const { reported } = recorded;
  switch (reported.kind) {
    case "refused":
      count("ProgressRefused", { provider });
      count("Refusals", { why: reported.refusal.why });
      return;
    case "known":
      count("ProgressRepeated", { provider });
      return;
    case "recorded":
      count("ProgressRecorded", { provider });
      measureSteps(stepsOf(reported.record));
      return;
  }
}

/** The same of proposals. `what` is whether it was made or withdrawn. */
export function noteProposal(recorded: RecordedProposal, what: "made" | "withdrawn"): void {
  if (recorded.kind === "unreadable") {
    note({ outcome: "proposal unreadable", what, faults: shownCodes(recorded.faults) });
    return;
  }
  const { assignmentId: assignment, proposalId: proposal, proposed } = recorded;
  const why = proposed.kind === "refused" ? proposed.refusal.why : undefined;
  note({ outcome: `proposal ${proposed.kind}`, what, assignment, proposal, why });
  if (why !== undefined) count("Refusals", { why });
}
