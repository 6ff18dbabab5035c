import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import type { SubAreaCode } from "../engine/decision.ts";
import { healthComplements } from "./health-complements.ts";

const health = anIntervention({ subArea: "health.diet-exercise", from: "2027-01-10", to: "2027-01-20" });

const beside = (subArea: SubAreaCode, from: string, to: string) =>
  aDecision({ interventions: [health, anIntervention({ subArea, from, to })] });

describe("health-complements", () => {
  it.each<[string, SubAreaCode, string, string, readonly string[]]>([
    ["a job intervention through all of it", "job.traineeship", "2027-01-01", "2027-02-01", []],
    ["a competence intervention within it", "competence.general", "2027-01-12", "2027-01-13", []],
    ["one that ends on its first day", "job.traineeship", "2027-01-01", "2027-01-10", []],
    ["one that ends the day before", "job.traineeship", "2027-01-01", "2027-01-09", ["/interventions/0"]],
    ["one that begins on its last day", "job.traineeship", "2027-01-20", "2027-02-01", []],
    ["one that begins the day after", "job.traineeship", "2027-01-21", "2027-02-01", ["/interventions/0"]],
    ["only a social intervention", "social.networks", "2027-01-01", "2027-02-01", ["/interventions/0"]],
    [
      "only another health intervention",
      "health.mental-physical",
      "2027-01-01",
      "2027-02-01",
      ["/interventions/0", "/interventions/1"],
    ],
    ["only treatment by SF", "health.substance-use", "2027-01-01", "2027-02-01", ["/interventions/0"]],
  ])("beside %s", (_what, subArea, from, to, expected) => {
    expect(failures(healthComplements, beside(subArea, from, to))).toEqual(expected);
  });

  it("asks nothing of treatment that SF carries out", () => {
    const decision = aDecision({ interventions: [anIntervention({ subArea: "health.substance-use" })] });

    expect(failures(healthComplements, decision)).toEqual([]);
  });

  it("is not asked of a basic decision", () => {
    expect(failures(healthComplements, aBasicDecision())).toBe("does not apply");
  });

  it("says when the other one would have to be", () => {
    expect(remedy(healthComplements, aDecision({ interventions: [health] }))).toBe(
      "It would be enough for such an intervention to go on for at least one day from 2027-01-10 to 2027-01-20.",
    );
  });
});
