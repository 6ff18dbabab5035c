import { civilDateAt, dateAfter } from "@hemvist/rules";
import { isOpen } from "./assignment.ts";
import { expectsRevision, isUnanswered } from "./proposal.ts";
import type { Watch, Watched } from "./watch.ts";

/** A proposal waits for SF's answer; one that was agreed, for the revision that carries it out. How long is ours. */
export const proposalWatches = ({ record, model }: Watched): readonly Watch[] =>
  record.proposals.flatMap((proposal): readonly Watch[] => {
    const watch = (kind: Watch["kind"], occurrence: string): Watch => ({
      kind,
      about: proposal.proposalId,
      occurrence,
      ladder: ["sf", "operative-group", "sob"],
      again: model.intervals["escalation-repeat"],
    });
    if (isUnanswered(proposal)) {
      return [
        watch(
          "proposal-unanswered",
          dateAfter(civilDateAt(proposal.madeAt), model.intervals["proposal-answer"]),
        ),
      ];
    }
    const isStillOpen = record.assignments.some(
      (one) => one.assignmentId === proposal.assignmentId && isOpen(one),
    );
    if (!expectsRevision(proposal) || !isStillOpen) return [];
    const agreedOn = civilDateAt(proposal.answeredAt ?? proposal.madeAt);
    return [watch("revision-expected", dateAfter(agreedOn, model.intervals["revision-after-proposal"]))];
  });
