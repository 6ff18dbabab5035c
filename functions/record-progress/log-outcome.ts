import { stepsOf } from "@hemvist/casework";
import { shownCodes } from "@hemvist/contracts";
import { count, measureSteps, note } from "@hemvist/runtime";
import type { Recorded } from "./record-progress.ts";
import type { RecordedProposal } from "./record-proposal.ts";

/**
 * Notes what came of a report for the line of its request or message, and counts it: ids, statuses and codes. It is
 * called when the provider's answer is certain.
 */
export function noteProgress(recorded: Recorded, provider: string): void {
  if (recorded.kind === "unreadable") {
    note({ outcome: "progress unreadable", faults: shownCodes(recorded.faults) });
    count("ProgressUnreadable", { provider });
    return;
  }
  const { progress, reported } = recorded;
  const outcome = `progress ${reported.kind}`;
  const ids = { assignment: progress.assignmentId, progress: progress.progressId, status: progress.status };
  switch (reported.kind) {
    case "refused": {
      const { why } = reported.refusal;
      note({ outcome, ...ids, why });
      count("ProgressRefused", { provider });
      count("Refusals", { why });
      return;
    }
    case "known":
      note({ outcome, ...ids, version: reported.record.version });
      count("ProgressRepeated", { provider });
      return;
    case "recorded":
      note({ outcome, ...ids, version: reported.record.version });
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
