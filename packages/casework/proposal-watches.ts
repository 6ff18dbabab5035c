import { civilDateAt, dateAfter } from "@hemvist/rules";
import { type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import { expectsRevision, isUnanswered, type Proposal } from "./proposal.ts";
import type { Watch, Watched } from "./watch.ts";

/**
 * A proposal waits for SF's answer. An agreed one waits for the revision that carries it out. The intervals are ours.
 * Each counts from when the message came, because the sender's time may be wrong.
 */
export const proposalWatches = ({ record, model }: Watched): readonly Watch[] =>
  record.proposals.flatMap((proposal): readonly Watch[] => {
    const heardOn = civilDateAt(heardAt(proposal, record));
    const watch = (kind: Watch["kind"], within: "proposal-answer" | "revision-after-proposal"): Watch => ({
      kind,
      about: proposal.proposalId,
      occurrence: dateAfter(heardOn, model.intervals[within]),
      ladder: ["sf", "operative-group", "sob"],
      again: model.intervals["escalation-repeat"],
    });
    if (isUnanswered(proposal)) return [watch("proposal-unanswered", "proposal-answer")];
    const isStillOpen = record.assignments.some(
      (one) => one.assignmentId === proposal.assignmentId && isOpen(one),
    );
    if (!expectsRevision(proposal) || !isStillOpen) return [];
    return [watch("revision-expected", "revision-after-proposal")];
  });

function heardAt({ proposalId, status, madeAt }: Proposal, { history }: CaseRecord): Instant {
  const heard = history.findLast(
    (entry) =>
      entry.what === "proposal-changed" && entry.proposalId === proposalId && entry.status === status,
  );
  return heard?.at ?? madeAt;
}
