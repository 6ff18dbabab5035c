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
import { legalBasisInForce } from "./legal-basis-in-force.ts";

describe("legal-basis-in-force", () => {
  it.each([
    ["the old Act on its last day", "2025-06-30", under44, []],
    ["the old Act the day after", "2025-07-01", under44, ["/legalBasis"]],
    ["the new Act the day before it holds", "2025-06-30", under124, ["/legalBasis"]],
    ["the new Act on its first day", "2025-07-01", under124, []],
    ["the old basic section on its last day", "2025-06-30", under41, []],
    ["the new basic section too early", "2025-06-30", under121, ["/legalBasis"]],
    ["interventions for personal needs too early", "2025-06-30", under111, ["/legalBasis"]],
    ["interventions for personal needs on their first day", "2025-07-01", under111, []],
  ])("%s", (_what, decidedOn, citation, expected) => {
    expect(failures(legalBasisInForce, aDecision({ decidedOn, citation }))).toEqual(expected);
    expect(failures(legalBasisInForce, aBasicDecision({ decidedOn, citation }))).toEqual(expected);
  });

  it("says which section to cite", () => {
    expect(remedy(legalBasisInForce, aDecision({ citation: under44 }))).toBe(
      "It would be enough for the decision to cite 12 kap. 4 § SoL.",
    );
  });
});
