import { addDays, weekday } from "./civil-date.ts";
import type { CivilDate } from "./decision.ts";

/** The same date every year; the eves among them are no public holidays, but nobody is at work (ours). */
const fixedHolidays = new Set(["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"]);

/** Good Friday, Easter Monday, Ascension Day; Easter Day and Whit Sunday are Sundays anyway. */
const daysFromEaster = [-2, 1, 39];

/**
 * Whether a day is a working day in Sweden: not a Saturday or Sunday, not a public holiday (SFS 1989:253),
 * and not Midsummer Eve, Christmas Eve or New Year's Eve, which we count as holidays too.
 */
export function isWorkingDay(date: CivilDate): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !isHoliday(date, day);
}

/** The n-th working day after a date, for n ≥ 1; the date itself for 0. */
export function addWorkingDays(date: CivilDate, count: number): CivilDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = firstWorkingDayFrom(addDays(day, 1));
  return day;
}

/** The date itself where it is a working day, else the next one that is. */
export function firstWorkingDayFrom(date: CivilDate): CivilDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

function isHoliday(date: CivilDate, day: number): boolean {
  const monthAndDay = date.slice(5);
  if (fixedHolidays.has(monthAndDay) || isMidsummerEve(monthAndDay, day)) return true;

  const easter = easterDay(Number(date.slice(0, 4)));
  return daysFromEaster.some((days) => addDays(easter, days) === date);
}

/** The Friday from 19 to 25 June. */
function isMidsummerEve(monthAndDay: string, day: number): boolean {
  return day === 5 && monthAndDay >= "06-19" && monthAndDay <= "06-25";
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
  return `${String(year).padStart(4, "0")}-0${month}-${String(day).padStart(2, "0")}`;
}
