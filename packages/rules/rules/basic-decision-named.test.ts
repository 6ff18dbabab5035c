import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  under41,
  under44,
  under111,
  under121,
  under124,
} from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { basicDecisionNamed } from "./basic-decision-named.ts";

describe("basic-decision-named", () => {
  it.each([
    ["the day before", "2026-11-01", under121, []],
    ["the same day", "2026-11-02", under121, []],
    ["the day after", "2026-11-03", under121, ["/basicDecision/decidedOn"]],
    [
      "on interventions for personal needs, not income support",
      "2026-09-01",
      under111,
      ["/basicDecision/legalBasis"],
    ],
    ["under 12:4 itself", "2026-09-01", under124, ["/basicDecision/legalBasis"]],
    ["of the old Act, on its last day", "2025-06-30", under41, []],
    ["of the old Act, the day after", "2025-07-01", under41, ["/basicDecision/legalBasis"]],
    ["of the new Act, the day before it holds", "2025-06-30", under121, ["/basicDecision/legalBasis"]],
    ["of the old Act's first day", "2002-01-01", under41, []],
    ["before there was either Act", "2001-12-31", under41, ["/basicDecision/decidedOn"]],
    ["of a day before either, citing the new one", "1900-01-01", under121, ["/basicDecision/decidedOn"]],
    ["before there was any model", "2023-05-05", under41, []],
    [
      "wrong in every way",
      "2026-11-03",
      { ...under124, act: "SFS 2001:453" } as const,
      ["/basicDecision/legalBasis", "/basicDecision/legalBasis", "/basicDecision/decidedOn"],
    ],
  ])("a basic decision %s", (_what, decidedOn, citation, expected) => {
    const basicDecision = { decisionId: "SFC-2026-003002", decidedOn, citation };

    expect(failures(basicDecisionNamed, aDecision({ decidedOn: "2026-11-02", basicDecision }))).toEqual(
      expected,
    );
  });

  it("fails when none is named", () => {
    expect(failures(basicDecisionNamed, aDecision({ basicDecision: undefined }))).toEqual(["/basicDecision"]);
  });

  it("fails when the decision names itself", () => {
    const basicDecision = { decisionId: "SFC-2026-004711", decidedOn: "2026-11-02", citation: under121 };

    expect(failures(basicDecisionNamed, aDecision({ decisionId: "SFC-2026-004711", basicDecision }))).toEqual(
      ["/basicDecision/decisionId"],
    );
  });

  it("names the section on income support of the Act of that day", () => {
    const basicDecision = { decisionId: "1", decidedOn: "2025-06-30", citation: under44 };

    expect(remedy(basicDecisionNamed, aDecision({ basicDecision }))).toBe(
      "It would be enough to name a decision under 4 kap. 1 § SoL.",
    );
  });

  it("is not asked of a basic decision", () => {
    expect(failures(basicDecisionNamed, aBasicDecision())).toBe("does not apply");
  });

  it("says by when it had to be made", () => {
    const basicDecision = { decisionId: "SFC-2026-003002", decidedOn: "2026-11-03", citation: under121 };

    expect(remedy(basicDecisionNamed, aDecision({ basicDecision }))).toBe(
      "It would be enough for the basic decision to have been made by 2026-11-02.",
    );
  });
});
