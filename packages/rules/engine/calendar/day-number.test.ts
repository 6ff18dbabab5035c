import { expect, it } from "vitest";
import { civilDate, dayOf, weekday } from "./civil-date.ts";
import { daysInMonth, partsOf, yearOfDay } from "./day-number.ts";

const millisecondsInDay = 86_400_000;
/** `Date.UTC` takes years below 100 for those of the 20th century; four centuries later all days are the same again. */
const daysIn400Years = 146_097;

it("the first and the last day of every month there is are those of the platform's calendar", () => {
  let months = 0;
  for (let year = 1; year <= 9999; year += 1) {
    for (let month = 1; month <= 12; month += 1, months += 1) {
      const next = Date.UTC(year + 400, month, 1) / millisecondsInDay - daysIn400Years;
      const length = next - Date.UTC(year + 400, month - 1, 1) / millisecondsInDay + daysIn400Years;
      for (const number of [next - length, next - 1]) {
        const truth = new Date(number * millisecondsInDay);
        const date = truth.toISOString().slice(0, 10);
        const isRight =
          dayOf(date) === number && civilDate(number) === date && weekday(date) === truth.getUTCDay();
        if (!isRight || yearOfDay(number) !== year || daysInMonth(year, month) !== length)
          expect.fail(`broken at ${date}`);
      }
    }
  }

  expect(months).toBe(9999 * 12);
});

it("a date's parts are its numbers", () => {
  expect(partsOf("2026-11-02")).toEqual({ year: 2026, month: 11, day: 2 });
});
