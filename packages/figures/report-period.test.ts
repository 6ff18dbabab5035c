import { describe, expect, it } from "vitest";
import {
  lastMonths,
  lastQuarters,
  lastWeeks40,
  monthNamed,
  quarterNamed,
  quartersBefore,
  weekNamed,
} from "./report-period.ts";

describe("a period", () => {
  it.each([
    [quarterNamed("2026Q4"), "2026-10-01", "2026-12-31", "2026-09-30T22:00:00Z", "2026-12-31T23:00:00Z"],
    [quarterNamed("2026Q1"), "2026-01-01", "2026-03-31", "2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z"],
    [monthNamed("2028-02"), "2028-02-01", "2028-02-29", "2028-01-31T23:00:00Z", "2028-02-29T23:00:00Z"],
    [weekNamed("2026W40"), "2026-09-28", "2026-10-04", "2026-09-27T22:00:00Z", "2026-10-04T22:00:00Z"],
    [weekNamed("2025W01"), "2024-12-30", "2025-01-05", "2024-12-29T23:00:00Z", "2025-01-05T23:00:00Z"],
    // 4 January 2026 is a Sunday, the last day of its week.
    [weekNamed("2026W01"), "2025-12-29", "2026-01-04", "2025-12-28T23:00:00Z", "2026-01-04T23:00:00Z"],
    [weekNamed("2026W53"), "2026-12-28", "2027-01-03", "2026-12-27T23:00:00Z", "2027-01-03T23:00:00Z"],
  ])("%j is of Stockholm's days", (period, from, to, starts, ends) => {
    expect(period).toMatchObject({ from, to, starts, ends });
  });

  it.each(["2026Q5", "2026q1", "2026", "2026Q", "26Q1", "12026Q1", "2026Q12", "2026Q0"])(
    "%s is no quarter",
    (name) => {
      expect(quarterNamed(name)).toBeUndefined();
    },
  );

  it.each(["2026-13", "2026-00", "2026-1", "12026-11", "2026-111", "2026"])("%s is no month", (name) => {
    expect(monthNamed(name)).toBeUndefined();
  });

  it.each(["2025W53", "2026W00", "2026W54", "2026W60", "2026W4", "12026W40", "2026W401"])(
    "%s is no week",
    (name) => {
      expect(weekNamed(name)).toBeUndefined();
    },
  );
});

describe("the newest periods that are over", () => {
  const names = (periods: readonly { readonly name: string }[]) => periods.map(({ name }) => name);

  it.each([
    ["2026-12-31T22:59:59Z", ["2026Q3", "2026Q2"]],
    ["2026-12-31T23:00:00Z", ["2026Q4", "2026Q3"]],
    ["2027-04-15T09:00:00Z", ["2027Q1", "2026Q4"]],
  ])("at %s are, of quarters, %j", (at, expected) => {
    expect(names(lastQuarters(at, 2))).toEqual(expected);
  });

  it.each([
    ["2026-12-31T23:00:00Z", ["2026-12", "2026-11", "2026-10"]],
    ["2027-02-28T22:59:59Z", ["2027-01", "2026-12", "2026-11"]],
  ])("at %s are, of months, %j", (at, expected) => {
    expect(names(lastMonths(at, 3))).toEqual(expected);
  });

  it.each([
    ["2026-10-04T21:59:59Z", ["2025W40", "2024W40"]],
    ["2026-10-04T22:00:00Z", ["2026W40", "2025W40"]],
  ])("at %s are, of weeks 40, %j", (at, expected) => {
    expect(names(lastWeeks40(at, 2))).toEqual(expected);
  });
});

describe("the quarters before a period", () => {
  const names = (name: string, since: string) => {
    const period = quarterNamed(name);
    return period && quartersBefore(period, since).map((quarter) => quarter.name);
  };

  it.each([
    ["2026-11-02T09:00:00Z", ["2026Q4", "2027Q1"]],
    ["2026-12-31T22:59:59Z", ["2026Q4", "2027Q1"]],
    ["2026-12-31T23:00:00Z", ["2027Q1"]],
    ["2027-04-01T09:00:00Z", []],
  ])("begin with the one of %s", (since, expected) => {
    expect(names("2027Q2", since)).toEqual(expected);
  });
});
