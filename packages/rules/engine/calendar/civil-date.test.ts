import { describe, expect, it } from "vitest";
import { eachDay } from "../../../../test/support/each-day.ts";
import { addDays, addMonths, addYears, daysBetween, isCivilDate, weekday } from "./civil-date.ts";

describe("isCivilDate", () => {
  it.each(["2026-11-02", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s exists", (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026-1-1",
    "20261102",
    "2026-11-02T00:00:00Z",
    " 2026-11-02",
    "2026-11-02\n",
    "٢٠٢٦-١١-٠٢",
    "",
  ])("%j does not", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });
});

describe("arithmetic", () => {
  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-03-29", 1, "2026-03-30"],
    ["9999-12-31", 1, "9999-12-31"],
    ["0001-01-01", -1, "0001-01-01"],
  ])("addDays(%s, %i) is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it.each([
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-12-31", 2, "2027-02-28"],
    ["9999-12-01", 1, "9999-12-31"],
    ["0001-01-15", -1, "0001-01-01"],
  ])("addMonths(%s, %i) is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ["2024-02-29", 3, "2027-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2026-11-02", 3, "2029-11-02"],
  ])("addYears(%s, %i) is %s", (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  it.each([
    ["2026-11-02", "2026-11-02", 0],
    ["2026-11-02", "2026-11-09", 7],
    ["2026-11-09", "2026-11-02", -7],
    ["2023-12-31", "2025-01-01", 367],
  ])("from %s to %s there are %i days", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it("every day from 1890 to 2100 is real, follows the one before, and has the weekday after its", () => {
    let days = 0;
    for (const day of eachDay("1890-01-01", "2100-12-31")) {
      const next = addDays(day, 1);
      if (!isCivilDate(day) || daysBetween(day, next) !== 1 || (weekday(day) + 1) % 7 !== weekday(next)) {
        expect.fail(`broken at ${day}`);
      }
      days += 1;
    }

    expect(days).toBe(77_066);
    expect(weekday("2026-11-22")).toBe(0);
  });
});
