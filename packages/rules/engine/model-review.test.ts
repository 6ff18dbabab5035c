import { describe, expect, it } from "vitest";
import { goteborg } from "../../../test/support/goteborg.ts";
import { reviewOverdueBy, reviewRemindedOn } from "./model-review.ts";

describe("the yearly review of the model", () => {
  it.each([
    ["in its first year", "2026-06-30", 0],
    ["on the day a year has passed", "2026-07-01", 0],
    ["the day after", "2026-07-02", 1],
    ["before there was a model", "2023-01-01", 0],
    ["of the first model, while it held", "2025-01-15", 3],
  ])("%s", (_when, today, days) => {
    expect(reviewOverdueBy(goteborg, today)).toBe(days);
  });
});

describe("operations are reminded of an overdue review", () => {
  it.each([
    ["on the first of a month", "2026-08-01", true],
    ["not on its second day", "2026-08-02", false],
    ["not before it is overdue", "2026-07-01", false],
    ["not on the last of a month", "2026-08-31", false],
  ])("%s", (_when, today, reminded) => {
    expect(reviewRemindedOn(goteborg, today)).toBe(reminded);
  });
});
