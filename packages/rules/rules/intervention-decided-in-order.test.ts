import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, standing } from "../../../test/support/a-facts.ts";
import { interventionDecidedInOrder } from "./intervention-decided-in-order.ts";

const pointer = "/interventions/1/decidedOn";
const holding = (decidedOn: string) => ({
  interventions: [anIntervention(), anIntervention({ interventionId: "2", decidedOn })],
});

describe("intervention-decided-in-order", () => {
  it.each([
    ["the day before the decision", "2026-11-01", [pointer]],
    ["the day of the decision", "2026-11-02", []],
    ["the day it was received", "2026-11-20", []],
    ["the day after that", "2026-11-21", [pointer]],
    ["a day that means nothing", "1900-01-01", [pointer]],
  ])("decided %s", (_when, decidedOn, expected) => {
    const circumstances = { receivedOn: "2026-11-20" };
    const decision = { decidedOn: "2026-11-02", ...holding(decidedOn) };

    expect(failures(interventionDecidedInOrder, aDecision(decision), circumstances)).toEqual(expected);
    expect(failures(interventionDecidedInOrder, aBasicDecision(decision), circumstances)).toEqual(expected);
  });

  it.each([
    ["the first revision's day, though the decision's has moved", "2026-10-01", "2026-11-02", []],
    ["the day before that", "2026-09-30", "2026-11-02", [pointer]],
    ["a day to which the decision's has moved back", "2026-09-15", "2026-09-15", []],
    ["the day before that", "2026-09-14", "2026-09-15", [pointer]],
  ])("in a later revision, decided %s", (_when, decidedOn, moved, expected) => {
    const background = standing(aDecision(), { firstDecidedOn: "2026-10-01" });
    const revision = aDecision({ revision: 2, decidedOn: moved, ...holding(decidedOn) });

    expect(failures(interventionDecidedInOrder, revision, { receivedOn: "2026-11-20", background })).toEqual(
      expected,
    );
  });

  it("does not guess the first day of a later revision that is checked without what stands", () => {
    const revision = aDecision({ revision: 2, ...holding("2026-10-01") });

    expect(failures(interventionDecidedInOrder, revision)).toEqual([]);
  });

  it("is not asked where no intervention has a day of its own", () => {
    expect(failures(interventionDecidedInOrder, aDecision())).toBe("does not apply");
  });
});
