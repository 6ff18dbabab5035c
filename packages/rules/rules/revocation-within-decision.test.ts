import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision } from "../../../test/support/a-decision.ts";
import { failures, standing } from "../../../test/support/a-facts.ts";
import type { Decision } from "../engine/decision.ts";
import { revocationWithinDecision } from "./revocation-within-decision.ts";

const pointer = "/revocation/on";
const revoked = (on: string, changes: Partial<Decision> = {}) =>
  aDecision({
    decidedOn: "2026-11-02",
    validTo: "2027-11-08",
    revocation: { on, reason: "replaced" },
    ...changes,
  });

describe("revocation-within-decision", () => {
  it.each([
    ["the day before the decision was made", "2026-11-01", [pointer]],
    ["the day it was made", "2026-11-02", []],
    ["its last day", "2027-11-08", []],
    ["the day after its last", "2027-11-09", [pointer]],
    ["a day long gone", "1999-01-01", [pointer]],
  ])("for %s", (_when, on, expected) => {
    expect(failures(revocationWithinDecision, revoked(on))).toEqual(expected);
    expect(
      failures(revocationWithinDecision, revoked(on, { revision: 2 }), { background: standing(aDecision()) }),
    ).toEqual(expected);
  });

  it("counts from the first revision's day, not from one that it has moved to", () => {
    const moved = { revision: 3, decidedOn: "2026-12-01" };
    const background = standing(aDecision(), { firstDecidedOn: "2026-10-01" });

    expect(failures(revocationWithinDecision, revoked("2026-10-01", moved), { background })).toEqual([]);
    expect(failures(revocationWithinDecision, revoked("2026-09-30", moved), { background })).toEqual([
      pointer,
    ]);
  });

  it("does not guess the first day of a later revision that is checked without what stands", () => {
    expect(failures(revocationWithinDecision, revoked("2026-10-01", { revision: 2 }))).toEqual([]);
  });

  it("takes any later day of a decision until further notice", () => {
    const decision = aBasicDecision({
      validTo: undefined,
      revocation: { on: "2098-01-01", reason: "replaced" },
    });

    expect(failures(revocationWithinDecision, decision)).toEqual([]);
  });

  it("does not let a revocation prolong what it ends", () => {
    const background = standing(aDecision({ validTo: "2027-11-08" }));
    const prolonged = revoked("2027-12-01", { revision: 2, validTo: "2028-11-08" });

    expect(failures(revocationWithinDecision, prolonged, { background })).toEqual([pointer]);
  });

  it("is not asked where nothing is revoked", () => {
    expect(failures(revocationWithinDecision, aDecision())).toBe("does not apply");
  });
});
