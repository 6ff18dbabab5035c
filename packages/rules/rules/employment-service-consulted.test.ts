import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, under44 } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { employmentServiceConsulted } from "./employment-service-consulted.ts";

const pointer = "/employmentServiceConsultation/heldOn";

describe("employment-service-consulted", () => {
  it.each([
    ["the day before", "2026-03-01", []],
    ["the same day", "2026-03-02", []],
    ["the day after", "2026-03-03", [pointer]],
    ["on the old Act's first day", "2002-01-01", []],
    ["before there was either Act", "2001-12-31", [pointer]],
  ])("consultation %s", (_when, heldOn, expected) => {
    const decision = aDecision({ decidedOn: "2026-03-02", employmentServiceConsultation: { heldOn } });

    expect(failures(employmentServiceConsulted, decision)).toEqual(expected);
  });

  it("fails without consultation, and says by when it had to be held", () => {
    const decision = aDecision({ decidedOn: "2026-03-02", employmentServiceConsultation: undefined });

    expect(failures(employmentServiceConsulted, decision)).toEqual([pointer]);
    expect(remedy(employmentServiceConsulted, decision)).toBe(
      "It would be a 12:4 decision if Arbetsförmedlingen had been consulted by 2026-03-02.",
    );
  });

  it("calls a decision under the old Act by its own name", () => {
    const decision = aDecision({ decidedOn: "2025-03-03", citation: under44 });

    expect(remedy(employmentServiceConsulted, decision)).toBe(
      "It would be a 4:4 decision if Arbetsförmedlingen had been consulted by 2025-03-03.",
    );
  });

  it("is not asked of a basic decision", () => {
    expect(failures(employmentServiceConsulted, aBasicDecision())).toBe("does not apply");
  });
});
