import { describe, expect, it } from "vitest";
import {
  aProposal,
  aReport,
  monday,
  progressed,
  proposed,
  received,
  sentBy,
  settled,
} from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";
import type { Wish } from "./proposal.ts";
import { propose, settle } from "./propose.ts";

const cause = { municipality: goteborg, at: "2026-11-10T09:00:00Z", causationId: "p" };
const inProgress = () => progressed(received(), aReport("accepted"), aReport("in-progress"));
const statusOf = ({ proposals }: CaseRecord, proposalId = "prop-1") =>
  proposals.find((proposal) => proposal.proposalId === proposalId)?.status;

describe("a provider's proposal", () => {
  it("goes to SF, and the decision is as it was", () => {
    const before = inProgress();
    const record = proposed(before);

    expect(sentBy(record)).toEqual(["inbox-sf-centrum: proposal.status-changed"]);
    expect(record.outbox[0]?.event.data).toMatchObject({
      status: "proposed",
      wish: { kind: "extend", to: "2027-06-30" },
    });
    expect(record.assignments).toEqual(before.assignments);
    expect(record.standing).toEqual(before.standing);
  });

  it("that comes twice is known", () => {
    const record = proposed(inProgress());

    expect(propose(record, aProposal(), { cause })).toMatchObject({ kind: "known", record });
  });

  it("takes the place of one without an answer", () => {
    const record = proposed(
      proposed(inProgress()),
      aProposal({ proposalId: "prop-2", wish: { kind: "end-early", to: "2027-01-31" } }),
    );

    expect([statusOf(record), statusOf(record, "prop-2")]).toEqual(["superseded", "proposed"]);
  });

  it("that comes twice is known whatever order its wish is written in, and whatever came of it", () => {
    const wish = { to: "2027-06-30", kind: "extend" } as const;
    const declined = settled(proposed(inProgress()), { to: "declined", reason: "no-means" });

    expect(propose(declined, aProposal({ wish }), { cause })).toMatchObject({
      kind: "known",
      proposal: { status: "declined" },
    });
  });

  it.each([
    ["another wish", aProposal({ wish: { kind: "extend", to: "2027-07-31" } })],
    ["another assignment", aProposal({ assignmentId: "sf-centrum.SFC-2026-004711.2" })],
  ])("under an id that was used for %s is refused", (_what, proposal) => {
    expect(propose(proposed(inProgress()), proposal, { cause })).toEqual({
      kind: "refused",
      refusal: { why: "proposal-id-taken" },
    });
  });

  it("takes no place of one for another assignment, nor of one that was answered", () => {
    const other = aProposal({ proposalId: "prop-2", assignmentId: "sf-centrum.SFC-2026-004711.2" });
    const declined = settled(proposed(inProgress()), { to: "declined", reason: "no-means" });
    const third = aProposal({ proposalId: "prop-3" });

    expect(proposed(proposed(inProgress()), other).proposals.map(({ status }) => status)).toEqual([
      "proposed",
      "proposed",
    ]);
    expect(proposed(declined, third).proposals.map(({ status }) => status)).toEqual(["declined", "proposed"]);
  });

  it("is part of history with the one whose place it takes, and both go to SF", () => {
    const second = aProposal({
      proposalId: "prop-2",
      wish: { kind: "change-service", service: "kc-praktik" },
    });
    const record = proposed(proposed(inProgress()), { ...second, madeAt: "2026-11-12T09:00:00Z" });
    const { assignmentId } = second;

    expect(record.history.slice(-2)).toMatchObject([
      { proposalId: "prop-1", assignmentId, status: "superseded", wish: "extend", by: "kompetenscenter" },
      { proposalId: "prop-2", assignmentId, status: "proposed", wish: "change-service" },
    ]);
    expect(record.history.slice(-2).map(({ what }) => what)).toEqual([
      "proposal-changed",
      "proposal-changed",
    ]);
    expect(record.proposals[0]).toMatchObject({ proposalId: "prop-1", answeredAt: "2026-11-12T09:00:00Z" });
    expect(sentBy(record)).toEqual([
      "inbox-sf-centrum: proposal.status-changed",
      "assignments-kompetenscenter: proposal.status-changed",
      "inbox-sf-centrum: proposal.status-changed",
    ]);
  });

  // The assignment runs from 2026-11-09 to 2027-05-09.
  it.each<[string, Wish, boolean]>([
    ["to extend to the day it has", { kind: "extend", to: "2027-05-09" }, false],
    ["to extend by a day", { kind: "extend", to: "2027-05-10" }, true],
    ["to extend by three years", { kind: "extend", to: "2030-05-09" }, true],
    ["to extend by a day more", { kind: "extend", to: "2030-05-10" }, false],
    ["to extend into another century", { kind: "extend", to: "2126-05-10" }, false],
    ["to end on the day it does", { kind: "end-early", to: "2027-05-09" }, false],
    ["to end a day early", { kind: "end-early", to: "2027-05-08" }, true],
    ["to end on its first day", { kind: "end-early", to: "2026-11-09" }, true],
    ["to end before its first day", { kind: "end-early", to: "2026-11-08" }, false],
    ["to start on the day it does", { kind: "change-start", from: "2026-11-09" }, false],
    ["to start earlier", { kind: "change-start", from: "2026-11-06" }, true],
    ["to start on the day of the decision", { kind: "change-start", from: "2026-11-02" }, true],
    ["to start before it was decided", { kind: "change-start", from: "2026-11-01" }, false],
    ["to start on its last day", { kind: "change-start", from: "2027-05-09" }, true],
    ["to start the day after", { kind: "change-start", from: "2027-05-10" }, false],
    ["of another service", { kind: "change-service", service: "kc-praktik" }, true],
    ["of another sub-area", { kind: "change-sub-area", subArea: "job.coaching" }, true],
  ])("%s %j makes sense: %s", (_what, wish, makesSense) => {
    const { kind } = propose(inProgress(), aProposal({ wish }), { sender: "kompetenscenter", cause });

    expect(kind).toBe(makesSense ? "recorded" : "refused");
  });

  it.each([
    [
      "of an unknown assignment",
      aProposal({ assignmentId: "sf-centrum.SFC-2026-004711.9" }),
      undefined,
      "no-such-assignment",
    ],
    ["from a provider that never had it", aProposal(), "arbetsmarknadsanstallning", "no-such-assignment"],
    [
      "to extend to an earlier day",
      aProposal({ wish: { kind: "extend", to: "2026-12-01" } }),
      undefined,
      "not-within-assignment",
    ],
    [
      "to end early on a later day",
      aProposal({ wish: { kind: "end-early", to: "2027-12-01" } }),
      undefined,
      "not-within-assignment",
    ],
    [
      "to start after the last day",
      aProposal({ wish: { kind: "change-start", from: "2028-01-01" } }),
      undefined,
      "not-within-assignment",
    ],
  ])("%s is refused", (_what, proposal, sender, why) => {
    expect(propose(inProgress(), proposal, { sender, cause })).toEqual({ kind: "refused", refusal: { why } });
  });

  it("for an assignment that has ended is refused", () => {
    const ended = progressed(inProgress(), aReport("completed"));

    expect(propose(ended, aProposal(), { cause })).toEqual({
      kind: "refused",
      refusal: { why: "assignment-ended", status: "completed" },
    });
  });

  it("is superseded when its assignment ends", () => {
    const record = progressed(proposed(inProgress()), aReport("completed"));

    expect(statusOf(record)).toBe("superseded");
    expect(sentBy(record)).toEqual([
      "inbox-sf-centrum: assignment.status-changed",
      "inbox-sf-centrum: proposal.status-changed",
      "assignments-kompetenscenter: proposal.status-changed",
    ]);
  });
});

describe("an answer to a proposal", () => {
  it("that agrees goes to the provider, and expects a revision until it comes", () => {
    const agreed = settled(proposed(inProgress()), { to: "agreed" });

    expect(agreed.outbox.map(({ queue, event }) => [queue, event.data["expectsRevision"]])).toEqual([
      ["assignments-kompetenscenter", true],
    ]);
    expect(
      followUp(agreed, { at: "2026-12-01T09:00:00Z", municipality: goteborg })?.outbox.map(
        ({ event }) => event.data,
      ),
    ).toContainEqual(
      expect.objectContaining({
        kind: "revision-expected",
        proposalId: "prop-1",
        assignmentId: "sf-centrum.SFC-2026-004711.1",
      }),
    );
  });

  it("is met by the revision that changes its assignment", () => {
    const agreed = settled(proposed(inProgress()), { to: "agreed" });
    const [first, ...others] = aDecision().interventions;
    const unrelated = received(
      aDecision({
        revision: 2,
        interventions: [...aDecision().interventions, anIntervention({ interventionId: "3" })],
      }),
      { after: agreed },
    );
    const met = received(
      aDecision({ revision: 2, interventions: [{ ...anIntervention(first), to: "2027-06-30" }, ...others] }),
      { after: agreed },
    );

    expect(unrelated.proposals[0]?.metBy).toBeUndefined();
    expect(met.proposals[0]).toMatchObject({ status: "agreed", metBy: 2 });
    expect(met.history).toContainEqual(expect.objectContaining({ what: "proposal-met", revision: 2 }));
  });

  it("that declines gives its reason", () => {
    const declined = settled(proposed(inProgress()), { to: "declined", reason: "no-means" });

    expect(declined.proposals).toEqual([
      {
        ...aProposal(),
        provider: "kompetenscenter",
        status: "declined",
        reason: "no-means",
        answeredAt: "2026-11-11T09:00:00Z",
      },
    ]);
    expect(declined.history.at(-1)).toMatchObject({ status: "declined", by: "sf-centrum" });
  });

  it("that gives no reason has none", () => {
    expect(settled(proposed(inProgress()), { to: "agreed" }).proposals).toEqual([
      { ...aProposal(), provider: "kompetenscenter", status: "agreed", answeredAt: "2026-11-11T09:00:00Z" },
    ]);
  });

  it("settles that proposal and no other", () => {
    const other = aProposal({ proposalId: "prop-2", assignmentId: "sf-centrum.SFC-2026-004711.2" });
    const both = proposed(proposed(inProgress()), other);

    expect(statusOf(settled(both, { to: "agreed" }), "prop-2")).toBe("proposed");
  });

  it("may be the provider's own, who takes it back", () => {
    const settling = {
      proposalId: "prop-1",
      assignmentId: "sf-centrum.SFC-2026-004711.1",
      at: monday,
      to: "withdrawn",
    } as const;
    const withdrawn = settle(proposed(inProgress()), settling, { sender: "kompetenscenter", cause });

    expect(withdrawn).toMatchObject({ kind: "recorded", proposal: { status: "withdrawn" } });
    expect(withdrawn.kind === "recorded" && withdrawn.record.history.at(-1)?.by).toBe("kompetenscenter");
  });

  it.each([
    ["by the provider itself", { to: "agreed" }, "kompetenscenter", "not-yours"],
    ["of an unknown proposal", { to: "agreed", proposalId: "prop-9" }, undefined, "no-such-proposal"],
    ["a withdrawal by SF", { to: "withdrawn" }, "sf-centrum", "not-yours"],
    ["by another SF", { to: "agreed" }, "sf-hisingen", "no-such-assignment"],
    [
      "by a provider that never had it",
      { to: "withdrawn" },
      "arbetsmarknadsanstallning",
      "no-such-assignment",
    ],
    [
      "of an assignment that is not there",
      { to: "agreed", assignmentId: "x.y.9" },
      undefined,
      "no-such-assignment",
    ],
    [
      "of a proposal for another assignment",
      { to: "agreed", assignmentId: "sf-centrum.SFC-2026-004711.2" },
      undefined,
      "no-such-proposal",
    ],
  ] as const)("%s is refused", (_what, changes, sender, why) => {
    const record = proposed(inProgress());
    const settling = {
      proposalId: "prop-1",
      assignmentId: "sf-centrum.SFC-2026-004711.1",
      at: monday,
      ...changes,
    };

    expect(settle(record, settling, { sender, cause })).toEqual({ kind: "refused", refusal: { why } });
  });

  it("comes once: what is settled stays so, and the same answer again is known", () => {
    const declined = settled(proposed(inProgress()), { to: "declined", reason: "not-needed" });
    const again = { proposalId: "prop-1", assignmentId: "sf-centrum.SFC-2026-004711.1", at: monday };

    expect(settle(declined, { ...again, to: "declined" }, { cause })).toMatchObject({ kind: "known" });
    expect(settle(declined, { ...again, to: "agreed" }, { cause })).toEqual({
      kind: "refused",
      refusal: { why: "already-settled", status: "declined" },
    });
  });

  it("is asked for when it does not come", () => {
    const record = proposed(inProgress());
    const told = followUp(record, { at: "2026-11-20T09:00:00Z", municipality: goteborg });

    expect(told?.history).toContainEqual(
      expect.objectContaining({ kind: "proposal-unanswered", level: "sf", occurrence: "2026-11-17" }),
    );
  });
});

describe("a revision that changes an assignment", () => {
  it("supersedes the proposal without an answer", () => {
    const [first, ...others] = aDecision().interventions;
    const record = received(
      aDecision({ revision: 2, interventions: [{ ...anIntervention(first), to: "2027-04-30" }, ...others] }),
      { after: proposed(inProgress()) },
    );

    expect(statusOf(record)).toBe("superseded");
  });
});
