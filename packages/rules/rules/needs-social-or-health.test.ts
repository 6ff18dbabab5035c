import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import type { SubAreaCode } from "../engine/decision.ts";
import { needsSocialOrHealth } from "./needs-social-or-health.ts";

const holding = (subAreas: readonly SubAreaCode[], parallelAgreement?: string) =>
  aBasicDecision({
    interventions: subAreas.map((subArea) => anIntervention({ subArea })),
    parallelAgreement,
  });

describe("needs-social-or-health", () => {
  it.each<[string, readonly SubAreaCode[], string | undefined, readonly string[]]>([
    ["social", ["social.networks"], undefined, []],
    ["health", ["health.substance-use"], undefined, []],
    ["adapted support alone", ["competence.adapted-support"], undefined, ["/interventions"]],
    ["job alone", ["job.coaching"], undefined, ["/interventions"]],
    ["job and social", ["job.coaching", "social.networks"], undefined, []],
    ["job alone, with an agreement that covers it", ["job.coaching"], "SOB-EXEMPEL-1", []],
    ["one of two covered by an agreement", ["job.subsidised", "job.coaching"], "SOB-EXEMPEL-1", []],
    ["job alone, with an agreement that does not exist", ["job.coaching"], "NO-SUCH", ["/interventions"]],
    [
      "job alone, with an agreement that does not cover it",
      ["job.subsidised"],
      "SOB-EXEMPEL-1",
      ["/interventions"],
    ],
  ])("%s", (_what, subAreas, agreement, expected) => {
    expect(failures(needsSocialOrHealth, holding(subAreas, agreement))).toEqual(expected);
  });

  it("takes no agreement that was not in force on the day of the decision", () => {
    const before = { ...holding(["job.coaching"], "SOB-EXEMPEL-1"), decidedOn: "2025-06-30" };

    expect(failures(needsSocialOrHealth, before)).toEqual(["/interventions"]);
  });

  it("is not asked of a 12:4 decision", () => {
    expect(failures(needsSocialOrHealth, aDecision())).toBe("does not apply");
  });

  it("says both ways out", () => {
    expect(remedy(needsSocialOrHealth, holding(["job.coaching"]))).toBe(
      "It would be a basic decision if at least one intervention were in one of those areas, or if an agreement of SoB were named that covers one of them.",
    );
  });
});
