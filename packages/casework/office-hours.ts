import {
  addDays,
  type CivilDate,
  civilDateAt,
  firstWorkingDayFrom,
  instantAt,
  instantOf,
  isWorkingDay,
} from "@hemvist/rules";
import type { Instant } from "./assignment.ts";

// Ours: notices go out when people are at work, never at night or on a holiday.
const opens = 8;
const closes = 17;

/** Whether people are at work: a Swedish working day from 08 to 17 in Stockholm. */
export function inOfficeHours(at: Instant): boolean {
  const today = civilDateAt(at);
  return isWorkingDay(today) && at >= instantAt(today, opens) && at < instantAt(today, closes);
}

/** The morning of the first working day from `date` on. */
export const morningOf = (date: CivilDate): Instant => instantAt(firstWorkingDayFrom(date), opens);

/**
 * Until when what is due counts as followed up in time. No run comes outside office hours, so what is due in the last
 * hour of a day may wait for the next morning.
 */
export const inTimeUntil = (due: Instant): Instant => nextOfficeHour(instantOf(Date.parse(due) + 3_600_000));

/** `at` itself if people are at work then, else the next time that they are. */
export function nextOfficeHour(at: Instant): Instant {
  if (inOfficeHours(at)) return at;
  const morning = morningOf(civilDateAt(at));
  return morning >= at ? morning : morningOf(addDays(civilDateAt(at), 1));
}

/** How many whole hours people were at work from one instant to a later one. */
export function officeHoursBetween(from: Instant, to: Instant): number {
  let milliseconds = 0;
  for (let day = civilDateAt(from); day <= civilDateAt(to); day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const [begins, ends] = [later(from, instantAt(day, opens)), earlier(to, instantAt(day, closes))];
    milliseconds += Math.max(0, Date.parse(ends) - Date.parse(begins));
  }
  return Math.floor(milliseconds / 3_600_000);
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
