import { describe, expect, it } from "vitest";
import { dateAfter, isWithin, overlap } from "./period.ts";

describe("isWithin", () => {
  it.each([
    ["2026-01-09", false],
    ["2026-01-10", true],
    ["2026-01-20", true],
    ["2026-01-21", false],
  ])("%s", (date, expected) => {
    expect(isWithin(date, { from: "2026-01-10", to: "2026-01-20" })).toBe(expected);
    expect(isWithin(date, { from: "2026-01-10" })).toBe(date >= "2026-01-10");
  });
});

describe("overlap", () => {
  it.each([
    ["2026-01-01", "2026-01-09", false],
    ["2026-01-01", "2026-01-10", true],
    ["2026-01-20", "2026-01-31", true],
    ["2026-01-21", "2026-01-31", false],
  ])("of %s to %s with 10 to 20 January", (from, to, expected) => {
    const january = { from: "2026-01-10", to: "2026-01-20" };

    expect(overlap({ from, to }, january)).toBe(expected);
    expect(overlap(january, { from, to })).toBe(expected);
  });
});

describe("dateAfter", () => {
  it.each([
    [5, "working-days", "2026-04-13"],
    [5, "days", "2026-04-07"],
    [1, "months", "2026-05-02"],
    [3, "years", "2029-04-02"],
  ] as const)("%i %s after Maundy Thursday is %s", (count, unit, expected) => {
    expect(dateAfter("2026-04-02", { count, unit })).toBe(expected);
  });
});
