import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anAssessment, under111 } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { workAbilityUnclearOrLater } from "./work-ability-unclear-or-later.ts";

describe("work-ability-unclear-or-later", () => {
  it.each([
    ["unclear", true, []],
    ["unclear", false, []],
    ["established", true, []],
    ["established", false, ["/assessment/workAbility"]],
  ] as const)("%s, investigation or rehabilitation needed: %s", (workAbility, needed, expected) => {
    const assessment = anAssessment({ workAbility, needsInvestigationOrRehabilitation: needed });

    expect(failures(workAbilityUnclearOrLater, aBasicDecision({ assessment }))).toEqual(expected);
    expect(failures(workAbilityUnclearOrLater, aBasicDecision({ assessment, citation: under111 }))).toEqual(
      expected,
    );
  });

  it("is not asked of a 12:4 decision", () => {
    expect(failures(workAbilityUnclearOrLater, aDecision())).toBe("does not apply");
  });

  it("says what would make it a basic decision", () => {
    const decision = aBasicDecision({ assessment: anAssessment(), citation: under111 });

    expect(remedy(workAbilityUnclearOrLater, decision)).toBe(
      "It would be a basic decision if work ability were unclear, or investigation or rehabilitation were needed first.",
    );
  });
});
