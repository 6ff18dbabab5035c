import { describe, expect, it } from "vitest";
import { aReport, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";

const [traineeship, dietExercise] = aDecision().interventions as [
  ReturnType<typeof anIntervention>,
  ReturnType<typeof anIntervention>,
];
const revised = (interventions: readonly ReturnType<typeof anIntervention>[]) =>
  aDecision({ revision: 2, interventions });
const statuses = ({ assignments }: ReturnType<typeof received>) =>
  Object.fromEntries(assignments.map(({ interventionId, status }) => [interventionId, status]));

describe("what a revision does to the assignments", () => {
  it("cancels what it no longer holds, amends what it changes, requests what it adds, in that order", () => {
    const coaching = anIntervention({ interventionId: "3", subArea: "job.coaching" });
    const record = received(revised([{ ...traineeship, to: "2027-03-09" }, coaching]), { after: received() });

    expect(sentBy(record)).toEqual([
      "assignments-kompetenscenter: assignment.cancelled",
      "assignments-kompetenscenter: assignment.amended",
      "assignments-kompetenscenter: assignment.requested",
      "inbox-sf-centrum: decision.assigned",
    ]);
    expect(statuses(record)).toEqual({ "1": "requested", "2": "cancelled", "3": "requested" });
  });

  it("sends nothing to a provider for whom nothing changed", () => {
    const record = received(aDecision({ revision: 2 }), { after: received() });

    expect(sentBy(record)).toEqual(["inbox-sf-centrum: decision.assigned"]);
  });

  it("undoes nothing that the provider has done", () => {
    const accepted = progressed(received(), aReport("accepted"));
    const record = received(revised([{ ...traineeship, to: "2027-03-09" }, dietExercise]), {
      after: accepted,
    });

    expect(record.assignments[0]).toMatchObject({
      status: "accepted",
      expectedStartOn: "2026-11-16",
      to: "2027-03-09",
    });
  });

  it("has the assignment as the revision has it, in each respect", () => {
    const substance = anIntervention({ interventionId: "2", subArea: "health.mental-physical" });
    const [, before] = received().assignments;
    const [, after] = received(revised([traineeship, substance]), { after: received() }).assignments;

    expect(after).toEqual({
      ...before,
      subArea: "health.mental-physical",
      from: "2026-11-09",
      to: "2027-05-09",
    });
  });

  it("moves it to another area of the same provider", () => {
    const general = { ...traineeship, subArea: "competence.adapted-support" as const };
    const record = received(revised([general, dietExercise]), { after: received() });

    expect(sentBy(record)[0]).toBe("assignments-kompetenscenter: assignment.amended");
    expect(record.assignments[0]).toMatchObject({
      area: "competence",
      subArea: "competence.adapted-support",
      governedBy: ["arbvux", "sf"],
      carriedOutBy: "arbvux",
      parallel: false,
    });
  });

  it("is part of history: what was cancelled, amended and requested, in that order", () => {
    const coaching = anIntervention({ interventionId: "3", subArea: "job.coaching" });
    const record = received(revised([{ ...traineeship, to: "2027-03-09" }, coaching]), { after: received() });
    const id = (intervention: string) => `sf-centrum.SFC-2026-004711.${intervention}`;

    expect(record.history.filter(({ version }) => version === 2)).toMatchObject([
      { what: "revision-assigned", revision: 2, model: "goteborg-2025-07", by: "sf-centrum" },
      { what: "assignment-cancelled", assignmentId: id("2") },
      { what: "assignment-amended", assignmentId: id("1") },
      { what: "assignment-requested", assignmentId: id("3") },
    ]);
  });

  it("ends what it cancels when the revision came", () => {
    const record = received(revised([traineeship]), { after: received(), at: "2026-11-04T09:00:00Z" });

    expect(record.assignments[1]).toMatchObject({ status: "cancelled", statusAt: "2026-11-04T09:00:00Z" });
  });

  it("leaves one that was cancelled as it was, where the revision does not hold it either", () => {
    const dropped = received(revised([traineeship]), { after: received(), at: "2026-11-04T09:00:00Z" });
    const record = received(aDecision({ revision: 3, interventions: [traineeship], caseNumber: "2026-2" }), {
      after: dropped,
      at: "2026-11-05T09:00:00Z",
    });

    expect(record.assignments[1]).toEqual(dropped.assignments[1]);
    expect(sentBy(record)).toEqual([
      "assignments-kompetenscenter: assignment.amended",
      "inbox-sf-centrum: decision.assigned",
    ]);
  });

  it("amends when only the person's number has changed, as when a coordination number is replaced", () => {
    const person = {
      protectedIdentity: false,
      identityNumber: "189001179812",
      givenName: "Sample",
      familyName: "Person",
      replaces: "189001189803",
    } as const;
    const record = received(aDecision({ revision: 2, person }), { after: received() });

    expect(sentBy(record).filter((line) => line.endsWith("amended"))).toHaveLength(2);
  });

  it.each(["rejected", "failed", "completed"] as const)("does not touch an assignment that was %s", (end) => {
    const steps = { rejected: [], failed: ["accepted"], completed: ["accepted", "in-progress"] } as const;
    const ended = progressed(received(), ...steps[end].map((status) => aReport(status)), aReport(end));
    const without = received(revised([anIntervention({ interventionId: "9" })]), { after: ended });
    const changed = received(revised([{ ...traineeship, to: "2027-03-09" }, dietExercise]), { after: ended });

    expect(without.assignments[0]).toEqual(ended.assignments[0]);
    expect(changed.assignments[0]).toEqual(ended.assignments[0]);
  });

  it("takes an assignment from one provider and gives it to another under the same id", () => {
    const vocational = anIntervention({ interventionId: "1", subArea: "competence.vocational" });
    const before = received(aDecision({ interventions: [vocational] }));
    const record = received(revised([{ ...vocational, service: "ama-yrkesintro" }]), { after: before });

    expect(sentBy(record).slice(0, 2)).toEqual([
      "assignments-kompetenscenter: assignment.cancelled",
      "assignments-arbetsmarknadsanstallning: assignment.requested",
    ]);
    expect(record.assignments).toMatchObject([
      { assignmentId: "sf-centrum.SFC-2026-004711.1", status: "requested" },
    ]);
  });

  it("requests anew what an earlier revision had cancelled", () => {
    const dropped = received(revised([traineeship]), { after: received() });
    const record = received(aDecision({ revision: 3 }), { after: dropped });

    expect(statuses(record)).toEqual({ "1": "requested", "2": "requested" });
    expect(sentBy(record)).toContain("assignments-kompetenscenter: assignment.requested");
  });
});

describe("when an intervention was decided", () => {
  const coaching = anIntervention({ interventionId: "3", subArea: "job.coaching" });
  const held = aDecision().interventions;
  const dayOf = (record: ReturnType<typeof received>, interventionId: string) =>
    record.assignments.find((one) => one.interventionId === interventionId)?.decidedOn;
  const december = () => ({ after: received(), at: "2026-12-10T09:00:00Z" });

  it("is the day of the decision for what its first revision holds", () => {
    expect(dayOf(received(), "1")).toBe("2026-11-02");
  });

  it("is not moved by a later revision", () => {
    const record = received(aDecision({ revision: 2, decidedOn: "2026-12-01" }), december());

    expect(dayOf(record, "1")).toBe("2026-11-02");
  });

  it.each([
    ["that revision's day, where it has moved", { decidedOn: "2026-12-01" }, coaching, "2026-12-01"],
    ["the day it was received, where it has not", {}, coaching, "2026-12-10"],
    ["the day its sender gives it", {}, { ...coaching, decidedOn: "2026-11-20" }, "2026-11-20"],
  ])("is, for what a later revision adds, %s", (_which, decision, added, day) => {
    const interventions = [...held, added];

    expect(dayOf(received(aDecision({ revision: 2, interventions, ...decision }), december()), "3")).toBe(
      day,
    );
  });
});
