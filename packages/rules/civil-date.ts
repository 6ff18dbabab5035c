import type { CivilDate } from "./decision.ts";

const dayInMilliseconds = 86_400_000;
const firstDay = "0001-01-01";
/** What case systems write for "until further notice"; no arithmetic goes past it. */
const lastDay = "9999-12-31";

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;

  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(dayNumber(date) + days);
}

/** The same day of a later (or earlier) month, or that month's last day where it is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = numbers(date);
  const monthNumber = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthNumber / 12);
  if (toYear > 9999) return lastDay;
  if (toYear < 1) return firstDay;

  const toMonth = monthNumber - toYear * 12 + 1;
  return written(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The same day of a later (or earlier) year; 29 February becomes 28 February. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** How many days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 is Sunday, as in `Date`. */
export function weekday(date: CivilDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayInMilliseconds;
}

const firstDayNumber = dayNumber(firstDay);
const lastDayNumber = dayNumber(lastDay);

function civilDate(number: number): CivilDate {
  const within = Math.min(Math.max(number, firstDayNumber), lastDayNumber);
  return new Date(within * dayInMilliseconds).toISOString().slice(0, 10);
}

function numbers(date: CivilDate): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function written(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
