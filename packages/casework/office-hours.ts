import {
  addDays,
  type CivilDate,
  civilDateAt,
  firstWorkingDayFrom,
  instantAt,
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

/** `at` itself if people are at work then, else the next time that they are. */
export function nextOfficeHour(at: Instant): Instant {
  if (inOfficeHours(at)) return at;
  const morning = morningOf(civilDateAt(at));
  return morning >= at ? morning : morningOf(addDays(civilDateAt(at), 1));
}
