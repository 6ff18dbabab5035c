import type { CivilDate } from "../decision.ts";
import { dateOfDay, dayNumber, daysInMonth, partsOf, written } from "./day-number.ts";

const firstDay = "0001-01-01";
/** What case systems write for "until further notice"; no arithmetic goes past it. */
const lastDay = "9999-12-31";

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;

  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(dayOf(date) + days);
}

/** The same day of a later (or earlier) month, or that month's last day if it is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const monthNumber = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthNumber / 12);
  if (toYear > 9999) return lastDay;
  if (toYear < 1) return firstDay;

  const toMonth = monthNumber - toYear * 12 + 1;
  return written({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) });
}

/** The same day of a later (or earlier) year; 29 February becomes 28 February. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** How many days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayOf(to) - dayOf(from);
}

/** 0 is Sunday, as in `Date`. */
export const weekday = (date: CivilDate): number => weekdayOf(dayOf(date));

/** The same of a day's number. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

/** Which day it is, counted from 1970-01-01, which is 0. For code that takes many steps from one date to another. */
export const dayOf = (date: CivilDate): number => dayNumber(partsOf(date));

const firstNumber = dayOf(firstDay);
const lastNumber = dayOf(lastDay);

/** The date of a day's number, or the nearest there is. */
export const civilDate = (number: number): CivilDate =>
  dateOfDay(Math.min(Math.max(number, firstNumber), lastNumber));
