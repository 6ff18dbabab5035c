import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, under44 } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { timeLimited } from "./time-limited.ts";

describe("time-limited", () => {
  it.each([
    ["a last day", "2027-11-08", []],
    ["no last day", undefined, ["/validTo"]],
    ["the day by which case systems say that there is none", "9999-12-31", ["/validTo"]],
    ["the day before that", "9999-12-30", []],
  ])("a 12:4 decision with %s", (_what, validTo, expected) => {
    expect(failures(timeLimited, aDecision({ validTo }))).toEqual(expected);
  });

  it("is not asked of a basic decision", () => {
    expect(failures(timeLimited, aBasicDecision({ validTo: undefined }))).toBe("does not apply");
  });

  it("calls a decision under the old Act by its own name", () => {
    const decision = aDecision({ decidedOn: "2025-06-30", citation: under44, validTo: undefined });

    expect(remedy(timeLimited, decision)).toBe("It would be a 4:4 decision if it had a last day.");
  });
});
