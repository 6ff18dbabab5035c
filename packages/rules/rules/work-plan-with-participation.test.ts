import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, aWorkPlan } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { workPlanWithParticipation } from "./work-plan-with-participation.ts";

describe("work-plan-with-participation", () => {
  it.each([
    ["established the day before", "2026-11-01", true, []],
    ["established the same day", "2026-11-02", true, []],
    ["established the day after", "2026-11-03", true, ["/workPlan/establishedOn"]],
    ["established on the old Act's first day", "2002-01-01", true, []],
    ["established before there was either Act", "2001-12-31", true, ["/workPlan/establishedOn"]],
    ["that does not require participation", "2026-11-02", false, ["/workPlan/participationRequired"]],
    ["with both faults", "2026-11-03", false, ["/workPlan/establishedOn", "/workPlan/participationRequired"]],
  ])("a work plan %s", (_what, establishedOn, participationRequired, expected) => {
    const workPlan = aWorkPlan({ establishedOn, participationRequired });

    expect(failures(workPlanWithParticipation, aDecision({ decidedOn: "2026-11-02", workPlan }))).toEqual(
      expected,
    );
  });

  it("fails without a work plan", () => {
    const decision = aDecision({ workPlan: undefined });

    expect(failures(workPlanWithParticipation, decision)).toEqual(["/workPlan"]);
    expect(remedy(workPlanWithParticipation, decision)).toBe(
      "It would be a 12:4 decision if a work plan that requires participation had been established by 2026-11-02.",
    );
  });

  it("is not asked of a basic decision", () => {
    expect(failures(workPlanWithParticipation, aBasicDecision())).toBe("does not apply");
  });
});
