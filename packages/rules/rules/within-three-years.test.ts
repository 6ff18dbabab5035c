import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anAssessment } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { withinThreeYears } from "./within-three-years.ts";

const expectedBy = (decidedOn: string, expectedInWorkOrStudiesBy: string | undefined) =>
  aDecision({ decidedOn, assessment: anAssessment({ expectedInWorkOrStudiesBy }) });

describe("within-three-years", () => {
  const pointer = "/assessment/expectedInWorkOrStudiesBy";

  it.each([
    ["the day before three years", "2026-11-02", "2029-11-01", []],
    ["the same day of the year", "2026-11-02", "2029-11-02", []],
    ["the day after", "2026-11-02", "2029-11-03", [pointer]],
    ["the day of the decision", "2026-11-02", "2026-11-02", []],
    ["the day before the decision", "2026-11-02", "2026-11-01", [pointer]],
    ["a day that means nothing", "2026-11-02", "1900-01-01", [pointer]],
    ["not said", "2026-11-02", undefined, [pointer]],
    ["from 29 February to 28 February", "2024-02-29", "2027-02-28", []],
    ["from 29 February to 1 March", "2024-02-29", "2027-03-01", [pointer]],
  ])("%s", (_what, decidedOn, by, expected) => {
    expect(failures(withinThreeYears, expectedBy(decidedOn, by))).toEqual(expected);
  });

  it("is not asked of a basic decision", () => {
    expect(failures(withinThreeYears, aBasicDecision())).toBe("does not apply");
  });

  it.each(["2029-11-03", undefined])("says by when it would have to be expected, not %s", (by) => {
    expect(remedy(withinThreeYears, expectedBy("2026-11-02", by))).toBe(
      "It would be a 12:4 decision if that were expected on 2026-11-02 or later, and by 2029-11-02.",
    );
  });
});
