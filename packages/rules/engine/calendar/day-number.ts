import type { CivilDate } from "../decision.ts";
import { remembered } from "../remembered.ts";

// Each version of a decision is worked out from many dates, and counting in whole numbers costs far less than `Date`'s
// own reading and writing of them.

const millisecondsInDay = 86_400_000;
const daysBefore1970 = 719_162;
const daysInYear = 365.2425;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** A date's year, month (from 1) and day of the month. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(date: CivilDate): DateParts {
  return {
    year: 100 * twoDigits(date, 0) + twoDigits(date, 2),
    month: twoDigits(date, 5),
    day: twoDigits(date, 8),
  };
}

export function written({ year, month, day }: DateParts): CivilDate {
  return `${inTwo(Math.floor(year / 100))}${inTwo(year % 100)}-${inTwo(month)}-${inTwo(day)}`;
}

/** Which day it is, counted from 1970-01-01, which is 0. */
export function dayNumber({ year, month, day }: DateParts): number {
  const earlier = year - 1;
  const leapDays = Math.floor(earlier / 4) - Math.floor(earlier / 100) + Math.floor(earlier / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return 365 * earlier + leapDays + (daysBeforeMonth[month - 1] ?? 0) + leapDay + day - 1 - daysBefore1970;
}

/** The other way around, written; the year may lie just outside those that a civil date can have. */
export const dateOfDay = remembered(
  (number: number): string => {
    const date = new Date(number * millisecondsInDay);
    return written({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  },
  { most: 10_000 },
);

/** The year alone. */
export function yearOfDay(number: number): number {
  const year = Math.floor((number + daysBefore1970) / daysInYear) + 1;
  // A mean year's length may miss by one, on the first or the last day of a year.
  if (number < dayNumber({ year, month: 1, day: 1 })) return year - 1;
  return number < dayNumber({ year: year + 1, month: 1, day: 1 }) ? year : year + 1;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const twoDigits = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - 48) + text.charCodeAt(at + 1) - 48;

/** At least two digits. */
export const inTwo = (number: number): string => (number < 10 ? `0${number}` : String(number));
