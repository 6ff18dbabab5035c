import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import type { SubAreaCode } from "../engine/decision.ts";
import { needsJobOrCompetence } from "./needs-job-or-competence.ts";

const holding = (...subAreas: readonly SubAreaCode[]) =>
  aDecision({ interventions: subAreas.map((subArea) => anIntervention({ subArea })) });

describe("needs-job-or-competence", () => {
  it.each<[string, readonly SubAreaCode[], readonly string[]]>([
    ["job", ["job.coaching"], []],
    ["competence", ["competence.general"], []],
    ["adapted support, which is competence", ["competence.adapted-support"], []],
    ["health", ["health.diet-exercise"], ["/interventions"]],
    ["social", ["social.motivation"], ["/interventions"]],
    ["health and social", ["health.diet-exercise", "social.motivation"], ["/interventions"]],
    ["health and job", ["health.diet-exercise", "job.traineeship"], []],
  ])("%s", (_what, subAreas, expected) => {
    expect(failures(needsJobOrCompetence, holding(...subAreas))).toEqual(expected);
  });

  it("is not asked of a basic decision", () => {
    expect(failures(needsJobOrCompetence, aBasicDecision())).toBe("does not apply");
  });

  it("says what would make it a 12:4 decision", () => {
    expect(remedy(needsJobOrCompetence, holding("health.diet-exercise"))).toBe(
      "It would be a 12:4 decision if at least one intervention were in one of those areas.",
    );
  });
});
