import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "./instant.ts";

describe("an instant", () => {
  it.each([
    ["the first", 0, "1970-01-01T00:00:00Z"],
    ["a second before it", -1, "1969-12-31T23:59:59Z"],
    ["what has begun of a second is left out", 1_793_610_000_999, "2026-11-02T09:00:00Z"],
    ["a day's last second", 1_793_663_999_000, "2026-11-02T23:59:59Z"],
  ])("%s", (_what, milliseconds, text) => {
    expect(instantOf(milliseconds)).toBe(text);
  });

  it("is the platform's own, without its milliseconds", () => {
    const date = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (any) => {
        expect(instantOf(any.getTime())).toBe(any.toISOString().replace(/\.\d{3}Z$/, "Z"));
      }),
    );
  });

  it("that is no number is none", () => {
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
  });
});
