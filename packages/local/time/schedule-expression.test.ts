import { describe, expect, it } from "vitest";
import { readScheduleExpression } from "./schedule-expression.ts";

const from = Date.parse("2026-01-01T00:00:00Z");
const zone = "Europe/Stockholm";

const nextAfter = (expression: string, instant: string): string | undefined => {
  const next = readScheduleExpression({ expression, zone, from }).after(Date.parse(instant));
  return next === undefined ? undefined : new Date(next).toISOString();
};

describe("a schedule expression's next occurrence", () => {
  it.each([
    ["every hour", "cron(0 * * * ? *)", "2026-11-22T10:00:00Z", "2026-11-22T11:00:00.000Z"],
    ["in winter's zone", "cron(30 8 * * ? *)", "2026-11-22T10:00:00Z", "2026-11-23T07:30:00.000Z"],
    ["in summer's zone", "cron(30 8 * * ? *)", "2026-06-22T10:00:00Z", "2026-06-23T06:30:00.000Z"],
    ["on working days", "cron(0 6 ? * MON-FRI *)", "2026-11-20T12:00:00Z", "2026-11-23T05:00:00.000Z"],
    ["in steps", "cron(0/20 * * * ? *)", "2026-11-22T10:25:00Z", "2026-11-22T10:40:00.000Z"],
    ["on the month's last day", "cron(0 0 L * ? *)", "2026-02-01T00:00:00Z", "2026-02-27T23:00:00.000Z"],
    ["in a list of months", "cron(0 0 1 1,APR ? *)", "2026-02-01T00:00:00Z", "2026-03-31T22:00:00.000Z"],
    ["in a year to come", "cron(0 12 1 1 ? 2028)", "2026-02-01T00:00:00Z", "2028-01-01T11:00:00.000Z"],
    [
      "not in the hour that spring skips",
      "cron(30 2 * * ? *)",
      "2026-03-28T12:00:00Z",
      "2026-03-30T00:30:00.000Z",
    ],
    [
      "once in the hour that autumn repeats",
      "cron(30 2 * * ? *)",
      "2026-10-25T00:30:00Z",
      "2026-10-26T01:30:00.000Z",
    ],
    ["at a rate from its beginning", "rate(6 hours)", "2026-01-01T13:00:00Z", "2026-01-01T18:00:00.000Z"],
    ["once and for all", "at(2026-07-01T12:00:00)", "2026-01-01T00:00:00Z", "2026-07-01T10:00:00.000Z"],
    ["never again", "at(2026-07-01T12:00:00)", "2026-08-01T00:00:00Z", undefined],
  ])("%s", (_when, expression, instant, expected) => {
    expect(nextAfter(expression, instant)).toBe(expected);
  });

  it.each(["cron(0 * * * *)", "cron(0 0 1W * ? *)", "cron(61 * * * ? *)", "rate(0 hours)", "every(hour)"])(
    "refuses %s",
    (expression) => {
      expect(() => nextAfter(expression, "2026-01-01T00:00:00Z")).toThrow(/is no|not a cron field/);
    },
  );
});
