import { describe, expect, it } from "vitest";
import {
  assignmentFacts,
  assignmentStatuses,
  crowdedWithin,
  declineReasons,
  followUpKinds,
  levels,
  progressRefusals,
  proposalAnswers,
  proposalRefusals,
  proposalStatuses,
  proposalTransitions,
  reasonCodes,
  reasonOwners,
  remindedKinds,
  reportedStatuses,
  results,
  transitions,
  wishKinds,
} from "./index.ts";

// The words of the wire and of the store: a partner's system knows each of them.
describe("the words that stand in messages and in records", () => {
  it("are these for an assignment and a report of it", () => {
    expect(assignmentStatuses.join(" ")).toBe(
      "requested received accepted rejected in-progress on-hold completed failed cancelled",
    );
    expect(results.join(" ")).toBe("work studies next-step none");
    expect(reasonOwners.join(" ")).toBe("person provider sf other");
    expect(assignmentFacts.join(" ")).toBe("assignment-requested assignment-amended assignment-cancelled");
  });

  it("are these for a proposal", () => {
    expect(wishKinds.join(" ")).toBe("extend end-early change-start change-service change-sub-area");
    expect(proposalStatuses.join(" ")).toBe("proposed agreed declined withdrawn superseded");
    expect(proposalAnswers.join(" ")).toBe("agreed declined");
    expect(declineReasons.join(" ")).toBe("not-needed not-within-decision no-means person-declined other");
  });

  it("are these for a follow-up", () => {
    expect(followUpKinds.join(" ")).toBe(
      "not-acknowledged not-answered not-started no-news not-resumed not-ended never-carried-out " +
        "work-plan-review gap-ahead decision-ending horizon-near horizon-passed delay-near delay-passed " +
        "proposal-unanswered revision-expected correction-expected",
    );
    expect(remindedKinds.join(" ")).toBe("not-answered not-started no-news not-resumed not-ended gap-ahead");
    expect(levels.join(" ")).toBe("provider sf operative-group sob");
  });

  it("are these where nothing is changed", () => {
    expect(progressRefusals.join(" ")).toBe("no-such-assignment not-yours progress-id-taken");
    expect(proposalRefusals.join(" ")).toBe(
      "no-such-assignment not-yours no-such-proposal proposal-id-taken not-within-assignment",
    );
    expect(crowdedWithin.join(" ")).toBe("day assignment");
  });
});

describe("statuses and reasons come from the tables of transitions", () => {
  it("each status is the first, or one that a transition leads to", () => {
    const [first, ...later] = assignmentStatuses;

    expect(transitions.map(({ to }) => to)).toEqual(later);
    expect(transitions.some(({ from }) => from.includes(first))).toBe(true);
  });

  it("a provider reports what no other party brings about", () => {
    expect(reportedStatuses).toEqual(assignmentStatuses.slice(1, -1));
  });

  it("each status of a proposal is the first, or one that a transition leads to", () => {
    expect(proposalTransitions.map(({ to }) => to)).toEqual(proposalStatuses.slice(1));
  });

  it("each reason code stands once, and `other` last", () => {
    expect(new Set(reasonCodes)).toEqual(new Set(transitions.flatMap(({ reasons = [] }) => reasons)));
    expect(reasonCodes.length).toBe(new Set(reasonCodes).size);
    expect(reasonCodes.at(-1)).toBe("other");
  });
});
