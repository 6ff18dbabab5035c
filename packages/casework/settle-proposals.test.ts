import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, proposed, received, settled } from "../../test/support/a-case.ts";
import { aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Wish } from "./proposal.ts";
import { settleProposals } from "./settle-proposals.ts";

const id = "sf-centrum.SFC-2026-004711.1";
const other = "sf-centrum.SFC-2026-004711.2";
const at = "2026-11-13T09:00:00Z";
const [, diet] = aDecision().interventions;
const coaching = { subArea: "job.coaching" } as const;
const learning = { subArea: "competence.vocational" } as const;
const atAma = { ...learning, service: "ama-yrkesintro" } as const;

type Traineeship = Partial<ReturnType<typeof anIntervention>>;

/** Revision 1 with the first intervention as given, and under way. */
const underWay = (first: Traineeship = {}) =>
  progressed(
    received(aDecision({ interventions: [anIntervention(first), diet ?? anIntervention()] })),
    aReport("accepted"),
    aReport("in-progress"),
  );
const asked = (wish: Wish, first: Traineeship = {}) => proposed(underWay(first), aProposal({ wish }));
const agreed = (wish: Wish, first: Traineeship = {}) => settled(asked(wish, first), { to: "agreed" });

/** Revision 2 with the first intervention as given; nothing else is changed. */
const revised = (record: CaseRecord, first: Traineeship = {}) =>
  received(aDecision({ revision: 2, interventions: [anIntervention(first), diet ?? anIntervention()] }), {
    after: record,
    at,
  });
const moved = (record: CaseRecord, first: Traineeship = {}) =>
  received(
    aDecision({
      revision: 2,
      interventions: [anIntervention(first), diet ?? anIntervention()],
      workPlan: aWorkPlan({ nextFollowUpOn: "2027-02-15" }),
    }),
    { after: record, at },
  );

const extend: Wish = { kind: "extend", to: "2027-06-30" };
const endEarly: Wish = { kind: "end-early", to: "2027-02-28" };
const changeStart: Wish = { kind: "change-start", from: "2026-11-16" };
const changeService: Wish = { kind: "change-service", service: "ama-yrkesintro" };
const changeSubArea: Wish = { kind: "change-sub-area", subArea: "job.coaching" };

/** A wish, the first intervention as it is, as the wish asks for, and as something else of the same kind. */
const wishes: readonly (readonly [string, Wish, Traineeship, Traineeship, Traineeship])[] = [
  ["an extension", extend, {}, { to: "2027-06-30" }, { to: "2027-05-31" }],
  ["an early end", endEarly, {}, { to: "2027-02-28" }, { to: "2027-03-31" }],
  ["another start", changeStart, {}, { from: "2026-11-16" }, { from: "2026-11-23" }],
  ["another sub-area", changeSubArea, {}, coaching, { subArea: "job.market-knowledge" }],
  ["another service", changeService, learning, atAma, { ...learning, service: "other" }],
];

describe("what becomes of a proposal without an answer", () => {
  it.each(wishes)("for %s: it waits on where a revision changes something else", (_what, wish, first) => {
    const before = asked(wish, first);
    const record = moved(before, first);

    expect(record.outbox.map(({ event }) => event.type)).toContain(
      "se.goteborg.hemvist.assignment.amended.v1",
    );
    expect(record.proposals).toEqual(before.proposals);
  });

  it.each(wishes)("for %s: it is superseded where a revision changes that", (_what, wish, first, as) => {
    const record = revised(asked(wish, first), { ...first, ...as });

    expect(record.proposals).toMatchObject([{ status: "superseded", answeredAt: at }]);
    expect(record.history).toContainEqual(
      expect.objectContaining({
        what: "proposal-changed",
        proposalId: "prop-1",
        status: "superseded",
        wish: wish.kind,
      }),
    );
    expect(
      record.outbox.filter(({ event }) => event.type.includes("proposal")).map(({ queue }) => queue),
    ).toEqual(["inbox-sf-centrum", "assignments-kompetenscenter"]);
  });

  it("is that it is superseded when another provider gets its assignment", () => {
    expect(revised(asked(extend, learning), atAma).proposals).toMatchObject([{ status: "superseded" }]);
  });

  it("when its assignment is no longer there: the same", () => {
    const before = asked(extend);
    const { record } = settleProposals({ ...before, assignments: [] }, { before, revision: 2, at });

    expect(record.proposals).toMatchObject([{ status: "superseded" }]);
  });

  it("is nothing when a revision changes another assignment", () => {
    const longer = { ...anIntervention(diet), to: "2027-03-09" };
    const before = asked(extend);
    const record = received(aDecision({ revision: 2, interventions: [anIntervention(), longer] }), {
      after: before,
      at,
    });

    expect(record.proposals).toEqual(before.proposals);
  });

  it("is nothing when a revision is returned", () => {
    const before = asked(extend);
    const record = received(
      aDecision({
        revision: 2,
        validTo: undefined,
        interventions: [anIntervention({ to: "2027-06-30" }), diet ?? anIntervention()],
      }),
      { after: before, at },
    );

    expect(record.proposals).toEqual(before.proposals);
  });
});

it("a proposal waits on although another assignment has ended", () => {
  const second = proposed(received(), aProposal({ assignmentId: other }));

  expect(progressed(second, aReport("rejected")).proposals).toMatchObject([{ status: "proposed" }]);
});

describe("what becomes of a proposal that was agreed", () => {
  it.each(wishes)("for %s: it waits on where a revision changes something else", (_what, wish, first) => {
    const before = agreed(wish, first);

    expect(moved(before, first).proposals).toEqual(before.proposals);
  });

  it.each(wishes)(
    "for %s: it waits on where a revision does something of the kind that was not agreed",
    (_what, wish, first, _as, otherwise) => {
      const before = agreed(wish, first);
      const { record } = settleProposals(
        {
          ...before,
          assignments: before.assignments.map((one) =>
            one.assignmentId === id ? { ...one, ...otherwise } : one,
          ),
        },
        { before, revision: 2, at },
      );

      expect(record.proposals).toEqual(before.proposals);
    },
  );

  it.each(wishes)("for %s: a revision that does it meets it", (_what, wish, first, as) => {
    const record = revised(agreed(wish, first), { ...first, ...as });

    expect(record.proposals).toMatchObject([{ status: "agreed", metBy: 2 }]);
    expect(record.history).toContainEqual(
      expect.objectContaining({
        what: "proposal-met",
        proposalId: "prop-1",
        assignmentId: id,
        revision: 2,
      }),
    );
  });

  it("is that more than was agreed meets it too", () => {
    expect(revised(agreed(extend), { to: "2027-07-31" }).proposals).toMatchObject([{ metBy: 2 }]);
    expect(revised(agreed(endEarly), { to: "2027-01-31" }).proposals).toMatchObject([{ metBy: 2 }]);
  });

  it.each([
    ["an early end is met", endEarly, 2],
    ["an extension is not", extend, undefined],
  ])("when the assignment is cancelled: %s", (_what, wish, metBy) => {
    const record = received(
      aDecision({ revision: 2, interventions: [anIntervention({ interventionId: "3" })] }),
      {
        after: agreed(wish),
        at,
      },
    );

    expect(record.assignments[0]?.status).toBe("cancelled");
    expect(record.proposals[0]?.metBy).toBe(metBy);
  });

  it("when a later revision changes it again: nothing", () => {
    const met = revised(agreed(extend), { to: "2027-06-30" });
    const again = received(
      aDecision({
        revision: 3,
        interventions: [anIntervention({ to: "2027-07-31" }), diet ?? anIntervention()],
      }),
      { after: met, at },
    );

    expect(again.proposals).toEqual(met.proposals);
  });

  it("is that it stays agreed when its assignment ends", () => {
    const before = agreed(extend);
    const ended = before.assignments.map((assignment) => ({ ...assignment, status: "completed" as const }));

    expect(settleProposals({ ...before, assignments: ended }, { before, at }).facts).toEqual([]);
  });
});

it("each of several proposals is settled by itself", () => {
  const both = proposed(asked(extend), aProposal({ proposalId: "prop-2", assignmentId: other }));
  const longer = { ...anIntervention(diet), to: "2027-03-09" };
  const record = received(aDecision({ revision: 2, interventions: [anIntervention(), longer] }), {
    after: both,
    at,
  });

  expect(record.proposals.map(({ status }) => status)).toEqual(["proposed", "superseded"]);
});
