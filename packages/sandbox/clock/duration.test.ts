import { describe, expect, it } from "vitest";
import { afterDuration } from "./duration.ts";

const after = (from: string, text: string): string | undefined => {
  const instant = afterDuration(Date.parse(from), text);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe("an ISO duration", () => {
  it.each([
    ["P14D", "2026-11-16T09:00:00.000Z"],
    ["PT90M", "2026-11-02T10:30:00.000Z"],
    ["P1DT2H3M4S", "2026-11-03T11:03:04.000Z"],
    ["P2W", "2026-11-16T09:00:00.000Z"],
    ["P1Y2M", "2028-01-02T09:00:00.000Z"],
    ["PT0S", "2026-11-02T09:00:00.000Z"],
  ])("%s is counted from the instant in UTC", (text, expected) => {
    expect(after("2026-11-02T09:00:00Z", text)).toBe(expected);
  });

  it("of a month ends on the last day of a shorter one", () => {
    expect(after("2027-01-31T09:00:00Z", "P1M")).toBe("2027-02-28T09:00:00.000Z");
    expect(after("2028-02-29T09:00:00Z", "P1Y")).toBe("2029-02-28T09:00:00.000Z");
  });

  it("of a day is 24 hours, when summer time begins as well", () => {
    expect(after("2027-03-27T12:00:00Z", "P1D")).toBe("2027-03-28T12:00:00.000Z");
  });

  it.each(["", "P", "PT", "P1DT", "14D", "-P1D", "P-1D", "P1.5D", "P1H", "PT1D", "p1d", "P1D ", "P1S"])(
    "is not written %j",
    (text) => {
      expect(after("2026-11-02T09:00:00Z", text)).toBeUndefined();
    },
  );
});
