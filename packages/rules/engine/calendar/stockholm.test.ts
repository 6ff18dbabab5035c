import { describe, expect, it } from "vitest";
import { eachDay } from "../../../../test/support/each-day.ts";
import { civilDateAt, instantAt } from "./stockholm.ts";

// en-CA writes dates as ISO does; the formatter is the oracle, so it names its zone itself.
const oracle = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  hourCycle: "h23",
});

function shown(instant: number): { readonly date: string; readonly hour: number } {
  const part = new Map(oracle.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${part.get("year")}-${part.get("month")}-${part.get("day")}`,
    hour: Number(part.get("hour")),
  };
}

describe("Stockholm's civil time, against the platform's own, 2020 to 2040", () => {
  it("civilDateAt agrees on both sides of every hour that can end a day", () => {
    const wrong: string[] = [];
    for (const day of eachDay("2020-01-01", "2040-12-31")) {
      for (const edge of ["00:59:59", "01:00:00", "21:59:59", "22:00:00", "22:59:59", "23:00:00"]) {
        const instant = `${day}T${edge}Z`;
        if (civilDateAt(instant) !== shown(Date.parse(instant)).date) wrong.push(instant);
      }
    }

    expect(wrong).toEqual([]);
  });

  it("instantAt shows the asked hour, but for the one hour a year that is skipped", () => {
    const wrong: string[] = [];
    for (const day of eachDay("2020-01-01", "2040-12-31")) {
      for (const hour of [0, 1, 2, 3, 8, 23]) {
        const { date, hour: clock } = shown(Date.parse(instantAt(day, hour)));
        if (date !== day || clock !== hour) wrong.push(`${day} ${hour} is ${clock}`);
      }
    }

    expect(wrong).toHaveLength(21);
    expect(wrong.every((line) => /^20\d\d-03-(2[5-9]|3[01]) 2 is 3$/.test(line))).toBe(true);
  });
});

describe("civilDateAt", () => {
  it.each([
    ["with parts of a second", "2026-11-02T22:59:59.999Z", "2026-11-02"],
    ["with an offset", "2026-11-03T01:30:00+02:00", "2026-11-03"],
    ["before 1970", "1969-12-31T22:59:59Z", "1969-12-31"],
    ["at the first instant there is", "0001-01-01T00:00:00Z", "0001-01-01"],
    ["past the last date there is", "9999-12-31T23:30:00Z", "9999-12-31"],
  ])("%s", (_what, instant, expected) => {
    expect(civilDateAt(instant)).toBe(expected);
  });
});

describe("instantAt", () => {
  it.each([
    ["in winter", "2026-11-02", 8, "2026-11-02T07:00:00Z"],
    ["in summer", "2026-07-01", 8, "2026-07-01T06:00:00Z"],
    ["at midnight, the day before in UTC", "2026-07-01", 0, "2026-06-30T22:00:00Z"],
    ["at an hour that happens twice", "2026-10-25", 2, "2026-10-25T00:00:00Z"],
    ["at an hour that is skipped", "2026-03-29", 2, "2026-03-29T01:00:00Z"],
    ["before the first date there is", "0001-01-01", 0, "0000-12-31T23:00:00Z"],
    ["on the last date there is", "9999-12-31", 17, "9999-12-31T16:00:00Z"],
  ])("%s", (_when, date, hour, instant) => {
    expect(instantAt(date, hour)).toBe(instant);
  });
});
