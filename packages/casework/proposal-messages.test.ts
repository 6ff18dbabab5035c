import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, proposed, received, settled } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import type { CaseRecord } from "./case-record.ts";

const asked = () => proposed(progressed(received(), aReport("accepted"), aReport("in-progress")));
const told = ({ outbox }: CaseRecord) => outbox.map(({ queue, event }) => [queue, event.data]);
const about = {
  administration: "sf-centrum",
  decisionId: "SFC-2026-004711",
  provider: "kompetenscenter",
  proposalId: "prop-1",
  assignmentId: "sf-centrum.SFC-2026-004711.1",
  wish: { kind: "extend", to: "2027-06-30" },
  madeAt: "2026-11-10T09:00:00Z",
};

describe("the messages of a proposal", () => {
  it("that was made: to SF, with what the provider asks for", () => {
    const record = asked();

    expect(told(record)).toEqual([
      ["inbox-sf-centrum", { ...about, version: 4, previousVersion: 3, status: "proposed" }],
    ]);
    expect(record.outbox[0]?.event).toMatchObject({
      subject: "sf-centrum.SFC-2026-004711.1",
      type: "se.goteborg.hemvist.proposal.status-changed.v1",
    });
  });

  it("that was withdrawn: to SF", () => {
    expect(told(settled(asked(), { to: "withdrawn" }))).toEqual([
      [
        "inbox-sf-centrum",
        {
          ...about,
          version: 5,
          previousVersion: 4,
          status: "withdrawn",
          answeredAt: "2026-11-11T09:00:00Z",
        },
      ],
    ]);
  });

  it("that was declined: to the provider, with SF's reason", () => {
    const answer = { status: "declined", reason: "no-means", answeredAt: "2026-11-11T09:00:00Z" };

    expect(told(settled(asked(), { to: "declined", reason: "no-means" }))).toEqual([
      ["assignments-kompetenscenter", { ...about, version: 5, ...answer }],
    ]);
  });

  it("that was agreed: to the provider, and that a revision is to come", () => {
    const answer = { status: "agreed", answeredAt: "2026-11-11T09:00:00Z", expectsRevision: true };

    expect(told(settled(asked(), { to: "agreed" }))).toEqual([
      ["assignments-kompetenscenter", { ...about, version: 5, ...answer }],
    ]);
  });

  it("that the revision has met: to the provider, and that it has come", () => {
    const agreed = settled(asked(), { to: "agreed" });
    const changed = [anIntervention({ to: "2027-06-30" }), ...aDecision().interventions.slice(1)];
    const met = received(aDecision({ revision: 2, interventions: changed }), {
      after: agreed,
      at: "2026-11-12T09:00:00Z",
    });

    expect(told(met)).toContainEqual([
      "assignments-kompetenscenter",
      expect.objectContaining({ status: "agreed", metBy: 2, expectsRevision: false }),
    ]);
  });

  it("goes to the provider of its own assignment", () => {
    const vocational = anIntervention({
      interventionId: "2",
      subArea: "competence.vocational",
      service: "ama-yrkesintro",
    });
    const both = received(aDecision({ interventions: [anIntervention(), vocational] }));
    const asked = proposed(both, aProposal({ assignmentId: "sf-centrum.SFC-2026-004711.2" }));
    const settling = { assignmentId: "sf-centrum.SFC-2026-004711.2", to: "agreed" } as const;

    expect(settled(asked, settling).outbox.map(({ queue }) => queue)).toEqual([
      "assignments-arbetsmarknadsanstallning",
    ]);
  });

  it("goes to the provider that made it, although another has the assignment since", () => {
    const learning = (service?: string) => [
      anIntervention({ subArea: "competence.vocational", service }),
      ...aDecision().interventions.slice(1),
    ];
    const wish = { kind: "change-service", service: "ama-yrkesintro" } as const;
    const first = received(aDecision({ interventions: learning() }));
    const agreed = settled(proposed(first, aProposal({ wish })), { to: "agreed" });
    const moved = received(aDecision({ revision: 2, interventions: learning("ama-yrkesintro") }), {
      after: agreed,
      at: "2026-11-12T09:00:00Z",
    });
    const ofProposals = moved.outbox.filter(({ event }) => event.type.includes("proposal"));

    expect(moved.assignments[0]?.provider).toBe("arbetsmarknadsanstallning");
    expect(ofProposals.map(({ queue, event }) => [queue, event.data["metBy"]])).toEqual([
      ["assignments-kompetenscenter", 2],
    ]);
  });
});
