import { describe, expect, it } from "vitest";
import { reviewOverdueBy } from "./model-review.ts";

describe("the yearly review of the model", () => {
  it.each([
    ["in its first year", "2026-06-30", 0],
    ["on the day a year has passed", "2026-07-01", 0],
    ["the day after", "2026-07-02", 1],
    ["before there was a model", "2023-01-01", 0],
    ["of the first model, while it held", "2025-01-15", 3],
  ])("%s", (_when, today, days) => {
    expect(reviewOverdueBy(today)).toBe(days);
  });
});
