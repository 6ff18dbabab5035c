import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { periodInOrder } from "./period-in-order.ts";

describe("period-in-order", () => {
  it.each([
    ["ends later", "2026-11-10", []],
    ["lasts one day", "2026-11-09", []],
    ["ends before it begins", "2026-11-08", ["/validTo"]],
    ["never ends", undefined, []],
  ])("a decision that %s", (_what, validTo, expected) => {
    expect(failures(periodInOrder, aDecision({ validFrom: "2026-11-09", validTo }))).toEqual(expected);
    expect(failures(periodInOrder, aBasicDecision({ validFrom: "2026-11-09", validTo }))).toEqual(expected);
  });

  it("points at every intervention that ends before it begins", () => {
    const backwards = anIntervention({ from: "2026-11-10", to: "2026-11-09" });
    const oneDay = anIntervention({ from: "2026-11-10", to: "2026-11-10" });
    const decision = aDecision({ interventions: [backwards, oneDay, backwards] });

    expect(failures(periodInOrder, decision)).toEqual(["/interventions/0/to", "/interventions/2/to"]);
    expect(remedy(periodInOrder, decision)).toBe(
      "It would be enough for the last day to be 2026-11-10 or later.",
    );
  });
});
