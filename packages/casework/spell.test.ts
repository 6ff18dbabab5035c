import { describe, expect, it } from "vitest";
import type { AssignmentStatus } from "./assignment.ts";
import { spellOf, uncovered } from "./spell.ts";

const planned = { assignmentId: "a", from: "2026-11-09", to: "2027-05-09" };
const begun = { begunAt: "2026-11-09T08:00:00Z" };
const spell = (status: AssignmentStatus, day = "2026-11-02", more: { begunAt?: string } = begun) =>
  spellOf({ ...planned, ...more, status, statusAt: `${day}T10:00:00Z`, heardAt: "2027-07-01T10:00:00Z" });

describe("the days that an assignment covers", () => {
  it.each(["requested", "received", "accepted", "in-progress", "on-hold"] as const)(
    "are those planned while it is %s",
    (status) => {
      expect(spell(status, "2027-06-01")).toEqual(planned);
      expect(spell(status, "2027-06-01", {})).toEqual(planned);
    },
  );

  it.each(["rejected", "cancelled", "failed"] as const)(
    "are none when it was %s and had not begun",
    (status) => {
      expect(spell(status, "2027-01-15", {})).toBeUndefined();
    },
  );

  describe.each(["completed", "failed", "cancelled"] as const)("when it was %s", (status) => {
    it.each([
      ["before its first day: none", "2026-11-08", undefined],
      ["on its first day: that day", "2026-11-09", "2026-11-09"],
      ["early: until then", "2027-01-15", "2027-01-15"],
      ["on its last day: all", "2027-05-09", "2027-05-09"],
      ["late: until its last day", "2027-06-01", "2027-05-09"],
    ])("%s", (_when, day, to) => {
      expect(spell(status, day)).toEqual(to && { ...planned, to });
    });
  });
});

it("an end that is dated after its report came counts from when the report came", () => {
  const told = { statusAt: "2126-01-15T10:00:00Z", heardAt: "2027-01-15T10:00:00Z" };

  expect(spellOf({ ...planned, ...begun, ...told, status: "failed" })).toEqual({
    ...planned,
    to: "2027-01-15",
  });
});

describe("what spells leave uncovered", () => {
  const from = (start: string, to: string) => ({ assignmentId: `until ${to}`, from: start, to });

  it("is nothing where there are none", () => {
    expect(uncovered([])).toEqual([]);
  });

  it("names the assignment before it, its first working day, and its last day if another follows", () => {
    expect(uncovered([from("2027-02-01", "2027-03-01"), from("2026-11-09", "2026-12-18")])).toEqual([
      { opens: "2026-12-21", closes: "2027-01-31", after: "until 2026-12-18" },
      { opens: "2027-03-02", after: "until 2027-03-01" },
    ]);
  });

  it("is counted from the one that lasts longest, not from the one that began last", () => {
    expect(uncovered([from("2026-11-09", "2027-03-01"), from("2026-11-16", "2026-12-18")])).toEqual([
      { opens: "2027-03-02", after: "until 2027-03-01" },
    ]);
  });
});
