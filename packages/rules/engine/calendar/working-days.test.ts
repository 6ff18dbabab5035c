import { describe, expect, it } from "vitest";
import { eachDay } from "../../../../test/support/each-day.ts";
import { weekday } from "./civil-date.ts";
import { addWorkingDays, easterDay, firstWorkingDayFrom, isWorkingDay } from "./working-days.ts";

/** Published calendars: every weekday, Monday to Friday, on which the city's offices are closed. */
const closedWeekdays: Readonly<Record<string, readonly string[]>> = {
  "2024": ["01-01", "03-29", "04-01", "05-01", "05-09", "06-06", "06-21", "12-24", "12-25", "12-26", "12-31"],
  "2025": [
    "01-01",
    "01-06",
    "04-18",
    "04-21",
    "05-01",
    "05-29",
    "06-06",
    "06-20",
    "12-24",
    "12-25",
    "12-26",
    "12-31",
  ],
  "2026": ["01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-19", "12-24", "12-25", "12-31"],
  "2027": ["01-01", "01-06", "03-26", "03-29", "05-06", "06-25", "12-24", "12-31"],
};

describe("isWorkingDay", () => {
  it.each(Object.entries(closedWeekdays))("agrees with the calendar of %s", (year, closed) => {
    const found: string[] = [];
    for (const day of eachDay(`${year}-01-01`, `${year}-12-31`)) {
      const isWeekend = weekday(day) === 0 || weekday(day) === 6;
      if (isWeekend && isWorkingDay(day)) expect.fail(`${day} is a weekend`);
      if (!isWeekend && !isWorkingDay(day)) found.push(day.slice(5));
    }

    expect(found).toEqual(closed);
  });
});

describe("easterDay", () => {
  it.each([
    [1818, "1818-03-22"],
    [1943, "1943-04-25"],
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2011, "2011-04-24"],
    [2024, "2024-03-31"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
    [2285, "2285-03-22"],
  ])("of %i is %s", (year, date) => {
    expect(easterDay(year)).toBe(date);
  });

  it("is always a Sunday from 22 March to 25 April", () => {
    for (let year = 1600; year < 3000; year += 1) {
      const day = easterDay(year);
      if (weekday(day) !== 0 || day.slice(5) < "03-22" || day.slice(5) > "04-25") expect.fail(day);
    }
    expect(easterDay(2999).slice(0, 4)).toBe("2999");
  });
});

describe("addWorkingDays", () => {
  it.each([
    ["a Monday, one day", "2026-11-02", 1, "2026-11-03"],
    ["a Friday, one day", "2026-11-06", 1, "2026-11-09"],
    ["a Saturday, one day", "2026-11-07", 1, "2026-11-09"],
    ["over Easter", "2026-04-02", 1, "2026-04-07"],
    ["over Christmas and New Year", "2026-12-23", 5, "2027-01-05"],
    ["no days", "2026-11-07", 0, "2026-11-07"],
    ["past the last date there is", "9999-12-30", 3, "9999-12-31"],
  ])("%s", (_what, date, count, expected) => {
    expect(addWorkingDays(date, count)).toBe(expected);
  });
});

describe("firstWorkingDayFrom", () => {
  it.each([
    ["2026-11-02", "2026-11-02"],
    ["2026-11-07", "2026-11-09"],
    ["2026-12-24", "2026-12-28"],
    ["9999-12-30", "9999-12-30"],
    // No working day, and none after it: the last date there is, which some write for "until further notice".
    ["9999-12-31", "9999-12-31"],
  ])("%s gives %s", (date, expected) => {
    expect(firstWorkingDayFrom(date)).toBe(expected);
  });
});
