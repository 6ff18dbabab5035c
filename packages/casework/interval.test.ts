import { describe, expect, it } from "vitest";
import { dateBefore } from "./interval.ts";

describe("the day on which it is an interval's length until another", () => {
  it.each([
    [{ count: 14, unit: "days" }, "2027-01-18"],
    [{ count: 3, unit: "months" }, "2026-11-01"],
    [{ count: 1, unit: "years" }, "2026-02-01"],
  ] as const)("%j before 2027-02-01", (length, day) => {
    expect(dateBefore("2027-02-01", { ...length, origin: "ours", why: { sv: "", en: "" } })).toBe(day);
  });

  it("is not worked out in working days, since none of the model's is counted so", () => {
    const interval = { count: 5, unit: "working-days", origin: "ours", why: { sv: "", en: "" } } as const;

    expect(() => dateBefore("2027-02-01", interval)).toThrow(
      "an interval that ends on a day is counted in days, months or years",
    );
  });
});
