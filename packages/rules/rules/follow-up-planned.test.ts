import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, aWorkPlan } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { classify } from "../engine/classify.ts";
import { followUpPlanned } from "./follow-up-planned.ts";

const pointer = "/workPlan/nextFollowUpOn";
const followedUpOn = (nextFollowUpOn: string | undefined) =>
  aDecision({ validFrom: "2026-11-09", validTo: "2027-11-08", workPlan: aWorkPlan({ nextFollowUpOn }) });

describe("follow-up-planned", () => {
  it.each([
    ["on the first day", "2026-11-09", []],
    ["on the last day", "2027-11-08", []],
    ["the day before the first", "2026-11-08", [pointer]],
    ["the day after the last", "2027-11-09", [pointer]],
    ["never", undefined, [pointer]],
  ])("%s", (_when, nextFollowUpOn, expected) => {
    expect(failures(followUpPlanned, followedUpOn(nextFollowUpOn))).toEqual(expected);
  });

  it("fails without a work plan", () => {
    expect(failures(followUpPlanned, aDecision({ workPlan: undefined }))).toEqual([pointer]);
  });

  it("takes a decision without a last day to go on", () => {
    const decision = aDecision({ validTo: undefined, workPlan: aWorkPlan({ nextFollowUpOn: "2099-01-01" }) });

    expect(failures(followUpPlanned, decision)).toEqual([]);
  });

  it("is not asked of a basic decision", () => {
    expect(failures(followUpPlanned, aBasicDecision())).toBe("does not apply");
  });

  it("is a finding, and returns nothing", () => {
    const { outcome, findings } = classify(followedUpOn(undefined), {
      municipality: goteborg,
      receivedOn: "2026-11-02",
    });

    expect(outcome).toBe("assigned");
    expect(findings).toMatchObject([{ rule: "follow-up-planned", severity: "should", pointer }]);
  });

  it("says when", () => {
    expect(remedy(followUpPlanned, followedUpOn("2027-11-09"))).toBe(
      "It would be enough for the follow-up to be on 2026-11-09 or later, and by 2027-11-08.",
    );
  });
});
