import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention, under111 } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import type { SubAreaCode } from "../engine/decision.ts";
import { parallelAgreed } from "./parallel-agreed.ts";

const holding = (subAreas: readonly SubAreaCode[]) => ({
  interventions: subAreas.map((subArea) => anIntervention({ subArea })),
});
const agreement = ["/parallelAgreement"];

describe("parallel-agreed", () => {
  it.each<[string, string, SubAreaCode, string | undefined, readonly string[]]>([
    ["its own lane", "2026-11-02", "job.coaching", undefined, []],
    ["its own lane, with an agreement in force", "2026-11-02", "job.coaching", "SOB-EXEMPEL-3", []],
    ["its own lane, with one that does not exist", "2026-11-02", "job.coaching", "NO-SUCH", agreement],
    ["its own lane, with one that is over", "2026-07-01", "job.coaching", "SOB-EXEMPEL-2", agreement],
    ["no agreement", "2026-11-02", "social.coordination", undefined, agreement],
    ["an agreement that does not exist", "2026-11-02", "social.coordination", "NO-SUCH", agreement],
    ["an agreement that lists it", "2026-11-02", "social.coordination", "SOB-EXEMPEL-3", []],
    [
      "an agreement that does not",
      "2026-11-02",
      "social.networks",
      "SOB-EXEMPEL-3",
      ["/interventions/0/subArea"],
    ],
    ["an agreement on its first day", "2026-01-01", "health.substance-use", "SOB-EXEMPEL-3", []],
    ["an agreement the day before", "2025-12-31", "health.substance-use", "SOB-EXEMPEL-3", agreement],
    ["an agreement on its last day", "2026-06-30", "social.networks", "SOB-EXEMPEL-2", []],
    ["an agreement the day after", "2026-07-01", "social.networks", "SOB-EXEMPEL-2", agreement],
  ])("under 12:4, %s", (_what, decidedOn, subArea, parallelAgreement, expected) => {
    const decision = aDecision({ decidedOn, parallelAgreement, ...holding([subArea]) });

    expect(failures(parallelAgreed, decision)).toEqual(expected);
  });

  it.each<[string, SubAreaCode, string | undefined, readonly string[]]>([
    ["its own lane", "social.networks", undefined, []],
    ["adapted support, its own lane too", "competence.adapted-support", undefined, []],
    ["no agreement", "job.coaching", undefined, agreement],
    ["an agreement that lists it", "job.coaching", "SOB-EXEMPEL-1", []],
    ["an agreement that does not", "job.subsidised", "SOB-EXEMPEL-1", ["/interventions/0/subArea"]],
  ])("under a basic decision, %s", (_what, subArea, parallelAgreement, expected) => {
    const changes = { parallelAgreement, ...holding([subArea]) };

    expect(failures(parallelAgreed, aBasicDecision(changes))).toEqual(expected);
    expect(failures(parallelAgreed, aBasicDecision({ ...changes, citation: under111 }))).toEqual(expected);
  });

  it("points once at an agreement that is missing, and names what it would have to cover", () => {
    const decision = aBasicDecision(holding(["job.coaching", "competence.general", "job.coaching"]));

    expect(failures(parallelAgreed, decision)).toEqual(agreement);
    expect(remedy(parallelAgreed, decision)).toBe(
      "It would be enough to name an agreement that was in force on 2026-09-01 and covered motivating and coaching interventions, general competences.",
    );
  });

  it("points at each sub-area that the agreement does not list", () => {
    const subAreas: readonly SubAreaCode[] = ["job.traineeship", "job.coaching", "job.subsidised"];
    const decision = aBasicDecision({ parallelAgreement: "SOB-EXEMPEL-1", ...holding(subAreas) });

    expect(failures(parallelAgreed, decision)).toEqual([
      "/interventions/0/subArea",
      "/interventions/2/subArea",
    ]);
  });
});
