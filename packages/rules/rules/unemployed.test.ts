import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anAssessment } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { unemployed } from "./unemployed.ts";

describe("unemployed", () => {
  it.each([
    ["full-time", []],
    ["part-time", []],
    ["none", ["/assessment/unemployment"]],
  ] as const)("%s", (unemployment, expected) => {
    expect(failures(unemployed, aDecision({ assessment: anAssessment({ unemployment }) }))).toEqual(expected);
  });

  it("is not asked of a basic decision", () => {
    const decision = aBasicDecision({ assessment: anAssessment({ unemployment: "none" }) });

    expect(failures(unemployed, decision)).toBe("does not apply");
  });

  it("says what would make it a 12:4 decision", () => {
    expect(remedy(unemployed, aDecision({ assessment: anAssessment({ unemployment: "none" }) }))).toBe(
      "It would be a 12:4 decision if the person were judged unemployed, full or part time.",
    );
  });
});
