import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { decidedWhenReceived } from "./decided-when-received.ts";

describe("decided-when-received", () => {
  it.each([
    ["the day after it was decided", "2026-11-03", []],
    ["the day it was decided", "2026-11-02", []],
    ["the day before it was decided", "2026-11-01", ["/decidedOn"]],
  ])("received %s", (_when, receivedOn, expected) => {
    const decidedOn = "2026-11-02";

    expect(failures(decidedWhenReceived, aDecision({ decidedOn }), { receivedOn })).toEqual(expected);
    expect(failures(decidedWhenReceived, aBasicDecision({ decidedOn }), { receivedOn })).toEqual(expected);
  });

  it("says both ways out", () => {
    expect(remedy(decidedWhenReceived, aDecision(), { receivedOn: "2026-11-01" })).toBe(
      "It would be enough to send the same decision again on 2026-11-02 or later, or for it to have been made by 2026-11-01.",
    );
  });
});
