import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { interventionWithinDecision } from "./intervention-within-decision.ts";

describe("intervention-within-decision", () => {
  it.each([
    ["the very period", "2026-11-09", "2027-11-08", []],
    ["one day, the first", "2026-11-09", "2026-11-09", []],
    ["one day, the last", "2027-11-08", "2027-11-08", []],
    ["from the day before", "2026-11-08", "2027-11-08", ["/interventions/0/from"]],
    ["to the day after", "2026-11-09", "2027-11-09", ["/interventions/0/to"]],
    ["around it", "2026-11-08", "2027-11-09", ["/interventions/0/from"]],
    ["wholly before", "2026-01-01", "2026-02-01", ["/interventions/0/from"]],
    ["wholly after", "2028-01-01", "2028-02-01", ["/interventions/0/from"]],
  ])("%s", (_what, from, to, expected) => {
    const period = { validFrom: "2026-11-09", validTo: "2027-11-08" };
    const interventions = [anIntervention({ from, to })];

    expect(failures(interventionWithinDecision, aDecision({ ...period, interventions }))).toEqual(expected);
    expect(failures(interventionWithinDecision, aBasicDecision({ ...period, interventions }))).toEqual(
      expected,
    );
  });

  it.each([
    ["far ahead", "2026-11-09", "2099-12-31", []],
    ["from the day before", "2026-11-08", "2099-12-31", ["/interventions/0/from"]],
  ])("without a last day, %s", (_what, from, to, expected) => {
    const decision = aBasicDecision({
      validFrom: "2026-11-09",
      validTo: undefined,
      interventions: [anIntervention({ from, to })],
    });

    expect(failures(interventionWithinDecision, decision)).toEqual(expected);
  });

  it("points at each one outside", () => {
    const outside = anIntervention({ to: "2027-11-09" });
    const decision = aDecision({ interventions: [outside, anIntervention(), outside] });

    expect(failures(interventionWithinDecision, decision)).toEqual([
      "/interventions/0/to",
      "/interventions/2/to",
    ]);
    expect(remedy(interventionWithinDecision, decision)).toBe(
      "It would be enough for it to begin on 2026-11-09 or later and end by 2027-11-08.",
    );
  });
});
