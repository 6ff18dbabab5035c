import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, proposed, received, settled } from "../../test/support/a-case.ts";
import { settleProposals } from "./settle-proposals.ts";

const id = "sf-centrum.SFC-2026-004711.1";
const other = "sf-centrum.SFC-2026-004711.2";
const at = "2026-11-13T09:00:00Z";
const asked = () => proposed(progressed(received(), aReport("accepted"), aReport("in-progress")));
const agreed = () => settled(asked(), { to: "agreed" });
const revised = (...touched: readonly string[]) => ({ touched: new Set(touched), revision: 2, at });

describe("what becomes of a proposal that nobody has answered", () => {
  it("when a revision changes its assignment: it is superseded, and that is told", () => {
    const { record, facts, drafts } = settleProposals(asked(), revised(id));

    expect(record.proposals).toMatchObject([{ status: "superseded", answeredAt: at }]);
    expect(facts).toEqual([
      {
        what: "proposal-changed",
        proposalId: "prop-1",
        assignmentId: id,
        status: "superseded",
        wish: "extend",
      },
    ]);
    expect(drafts.map(({ queue }) => queue)).toEqual(["inbox-sf-centrum", "assignments-kompetenscenter"]);
  });

  it("when its assignment is no longer there: the same", () => {
    const { record } = settleProposals({ ...asked(), assignments: [] }, revised());

    expect(record.proposals).toMatchObject([{ status: "superseded" }]);
  });

  it("when a revision changes another assignment: nothing", () => {
    expect(settleProposals(asked(), revised(other))).toEqual({ record: asked(), facts: [], drafts: [] });
  });
});

it("a proposal waits on although another assignment has ended", () => {
  const second = proposed(received(), aProposal({ assignmentId: other }));

  expect(progressed(second, aReport("rejected")).proposals).toMatchObject([{ status: "proposed" }]);
});

describe("what becomes of a proposal that was agreed", () => {
  it("when a revision changes its assignment: it is met by that", () => {
    const { record, facts } = settleProposals(agreed(), revised(id));

    expect(record.proposals).toMatchObject([{ status: "agreed", metBy: 2 }]);
    expect(facts).toEqual([{ what: "proposal-met", proposalId: "prop-1", assignmentId: id, revision: 2 }]);
  });

  it("when a later revision changes it again: nothing", () => {
    const { record: met } = settleProposals(agreed(), revised(id));

    expect(settleProposals(met, { ...revised(id), revision: 3 })).toEqual({
      record: met,
      facts: [],
      drafts: [],
    });
  });

  it("when a revision changes another assignment, or none: nothing", () => {
    expect(settleProposals(agreed(), revised(other)).facts).toEqual([]);
    expect(settleProposals(agreed(), { touched: new Set([id]), at }).facts).toEqual([]);
  });

  it("is that it stays agreed when its assignment ends", () => {
    const ended = agreed().assignments.map((assignment) => ({ ...assignment, status: "completed" as const }));

    expect(settleProposals({ ...agreed(), assignments: ended }, revised()).facts).toEqual([]);
  });
});

it("each of several proposals is settled by itself", () => {
  const both = proposed(asked(), aProposal({ proposalId: "prop-2", assignmentId: other }));
  const { record } = settleProposals(both, revised(other));

  expect(record.proposals.map(({ status }) => status)).toEqual(["proposed", "superseded"]);
});
