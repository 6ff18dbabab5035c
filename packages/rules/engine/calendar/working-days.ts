import type { CivilDate } from "../decision.ts";
import { remembered } from "../remembered.ts";
import { civilDate, dayOf, weekdayOf } from "./civil-date.ts";
import { dayNumber, written, yearOfDay } from "./day-number.ts";

/** Month and day, the same every year; the eves among them are no public holidays, but offices are closed (ours). */
const fixedHolidays = [
  [1, 1],
  [1, 6],
  [5, 1],
  [6, 6],
  [12, 24],
  [12, 25],
  [12, 26],
  [12, 31],
] as const;

/** Good Friday, Easter Monday, Ascension Day; Easter Day and Whit Sunday are Sundays anyway. */
const daysFromEaster = [-2, 1, 39];

/**
 * Whether a day is a working day in Sweden: not a Saturday or Sunday, not a public holiday (SFS 1989:253),
 * and not Midsummer Eve, Christmas Eve or New Year's Eve, which we count as holidays too.
 */
export const isWorkingDay = (date: CivilDate): boolean => isWorking(dayOf(date));

/** The n-th working day after a date, for n ≥ 1; the date itself for 0. */
export function addWorkingDays(date: CivilDate, count: number): CivilDate {
  let day = dayOf(date);
  for (let left = count; left > 0; left -= 1) day = firstWorkingFrom(day + 1);
  return civilDate(day);
}

/** The date itself where it is a working day, else the next one that is. */
export const firstWorkingDayFrom = (date: CivilDate): CivilDate => civilDate(firstWorkingFrom(dayOf(date)));

/** Counts on past the last date there is, which is no working day: so that there always is a next one. */
function firstWorkingFrom(number: number): number {
  let day = number;
  while (!isWorking(day)) day += 1;
  return day;
}

function isWorking(number: number): boolean {
  const day = weekdayOf(number);
  return day !== 0 && day !== 6 && !holidaysOf(yearOfDay(number)).has(number);
}

/** A year's holidays, as days' numbers. */
const holidaysOf = remembered(
  (year: number): ReadonlySet<number> =>
    new Set([
      ...fixedHolidays.map(([month, day]) => dayNumber({ year, month, day })),
      ...daysFromEaster.map((days) => dayOf(easterDay(year)) + days),
      midsummerEve(year),
    ]),
  { most: 100 },
);

/** The Friday from 19 to 25 June. */
function midsummerEve(year: number): number {
  const earliest = dayNumber({ year, month: 6, day: 19 });
  return earliest + ((5 - weekdayOf(earliest) + 7) % 7);
}

/** Easter Day of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
export function easterDay(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const f = Math.floor((a + 11 * e) / 319);
  const g = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - e + f + 32) % 7;
  const month = Math.floor((e - f + g + 90) / 25);
  const day = (e - f + g + month + 19) % 32;
  return written({ year, month, day });
}
