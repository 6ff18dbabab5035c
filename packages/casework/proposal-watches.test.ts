import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, proposed, received, settled } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { watchesOf } from "./watches.ts";

const inProgress = () => progressed(received(), aReport("accepted"), aReport("in-progress"));
const ofProposal = (record: CaseRecord) =>
  watchesOf(record, { today: "2026-11-12", municipality: goteborg }).filter(
    ({ about }) => about === "prop-1",
  );

describe("what is awaited of a proposal", () => {
  // Made on Tuesday 10 November.
  const asked = () => proposed(inProgress());
  const agreed = () => settled(asked(), { to: "agreed", at: "2026-11-12T09:00:00Z" });

  it("is SF's answer within a working week, then the groups get a notice, and SoB again", () => {
    expect(ofProposal(asked())).toEqual([
      {
        kind: "proposal-unanswered",
        about: "prop-1",
        occurrence: "2026-11-17",
        ladder: ["sf", "operative-group", "sob"],
        again: expect.objectContaining({ count: 20, unit: "working-days" }),
      },
    ]);
  });

  it("is the revision, two working weeks after it was agreed", () => {
    expect(ofProposal(agreed())).toMatchObject([{ kind: "revision-expected", occurrence: "2026-11-26" }]);
  });

  it("is counted from when it came, whatever its sender's clock says", () => {
    const early = proposed(inProgress(), aProposal({ madeAt: "2026-11-10T09:00:00Z" }), {
      at: "2026-11-16T09:00:00Z",
    });
    const late = settled(early, { to: "agreed", at: "2026-11-11T09:00:00Z" }, { at: "2026-11-17T09:00:00Z" });

    expect(ofProposal(early)).toMatchObject([{ occurrence: "2026-11-23" }]);
    expect(ofProposal(late)).toMatchObject([{ occurrence: "2026-12-01" }]);
  });

  it("is nothing after the decision's last day", () => {
    expect(
      watchesOf(asked(), { today: "2027-11-09", municipality: goteborg }).filter(
        ({ about }) => about === "prop-1",
      ),
    ).toEqual([]);
  });

  it.each(["declined", "withdrawn"] as const)("is nothing once it was %s", (to) => {
    expect(ofProposal(settled(asked(), { to }))).toEqual([]);
  });

  it("is nothing once its assignment has ended, although another has not", () => {
    const ended = progressed(agreed(), aReport("completed", { occurredAt: "2026-11-13T09:00:00Z" }));

    expect(ended.proposals).toMatchObject([{ status: "agreed" }]);
    expect(ended.assignments[1]?.status).toBe("requested");
    expect(ofProposal(ended)).toEqual([]);
  });

  it("is nothing once the revision has come", () => {
    const met = agreed().proposals.map((proposal) => ({ ...proposal, metBy: 2 }));

    expect(ofProposal({ ...agreed(), proposals: met })).toEqual([]);
  });

  it("is its own: each of two proposals has one", () => {
    const both = proposed(asked(), aProposal({ proposalId: "prop-2", assignmentId: `${secondId}` }));
    const kinds = watchesOf(both, { today: "2026-11-12", municipality: goteborg }).filter(
      ({ kind }) => kind === "proposal-unanswered",
    );

    expect(kinds.map(({ about }) => about)).toEqual(["prop-1", "prop-2"]);
  });
});

const secondId = "sf-centrum.SFC-2026-004711.2";
