import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { eachDay } from "../../../../test/support/each-day.ts";
import { isWorkingDay } from "./working-days.ts";

// `bank` is what the library calls midsummer's, Christmas' and New Year's eve: off by custom and agreement, not by
// the Act on public holidays (SFS 1989:253).
const off = new Set(["public", "bank"]);

describe("working days against a maintained holiday library, 2020-2040", () => {
  it("agree on every day", () => {
    const sweden = new Holidays("SE");
    const years = Array.from({ length: 21 }, (_, index) => 2020 + index);
    const holidays = years.flatMap((year) => sweden.getHolidays(year)).filter(({ type }) => off.has(type));
    const daysOff = new Set(holidays.map(({ date }) => date.slice(0, 10)));
    const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

    let days = 0;
    for (const date of eachDay("2020-01-01", "2040-12-31")) {
      expect([date, isWorkingDay(date)]).toEqual([date, !daysOff.has(date) && !isWeekend(date)]);
      days += 1;
    }
    expect(days).toBe(7671);
  });
});
