import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anAssessment } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { noSuitableLabourMarketMeasure } from "./no-suitable-labour-market-measure.ts";

describe("no-suitable-labour-market-measure", () => {
  it.each([
    ["none could be offered", false, []],
    ["one can be offered", true, ["/assessment/labourMarketMeasureAvailable"]],
    ["it is not said", undefined, ["/assessment/labourMarketMeasureAvailable"]],
  ])("%s", (_what, labourMarketMeasureAvailable, expected) => {
    const decision = aDecision({ assessment: anAssessment({ labourMarketMeasureAvailable }) });

    expect(failures(noSuitableLabourMarketMeasure, decision)).toEqual(expected);
  });

  it("is not asked of a basic decision", () => {
    expect(failures(noSuitableLabourMarketMeasure, aBasicDecision())).toBe("does not apply");
  });

  it("says what would make it a 12:4 decision", () => {
    const decision = aDecision({ assessment: anAssessment({ labourMarketMeasureAvailable: true }) });

    expect(remedy(noSuitableLabourMarketMeasure, decision)).toBe(
      "It would be a 12:4 decision if no such measure could have been offered.",
    );
  });
});
