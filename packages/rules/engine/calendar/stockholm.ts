import type { CivilDate } from "../decision.ts";
import { remembered } from "../remembered.ts";
import { civilDate, dayOf, weekdayOf } from "./civil-date.ts";
import { dateOfDay, dayNumber, daysInMonth, inTwo, yearOfDay } from "./day-number.ts";

/**
 * The civil date in Stockholm at an instant (RFC 3339, UTC).
 *
 * By the Union's rule for summer time (directive 2000/84/EC): from the last Sunday of March to the last
 * Sunday of October, 01:00 UTC both. Written out, since the host's time zones may be wrong or missing.
 */
export function civilDateAt(instant: string): CivilDate {
  // An instant begins with its date.
  const hour = 24 * dayOf(instant) + Number(instant.slice(11, 13));
  return civilDate(Math.floor((hour + offsetAt(hour)) / 24));
}

/**
 * The instant (RFC 3339, UTC, whole seconds) at which the clock in Stockholm shows a full hour of a day.
 * An hour that happens twice is the first one; one that is skipped is the one after it.
 */
export function instantAt(date: CivilDate, hour: number): string {
  const local = 24 * dayOf(date) + hour;
  const time = isSummer(local - 2) ? local - 2 : local - 1;
  const day = Math.floor(time / 24);
  return `${dateOfDay(day)}T${inTwo(time - 24 * day)}:00:00Z`;
}

// From here on a time is a whole hour, counted in UTC from 1970: summer time begins and ends on one.

const offsetAt = (hour: number): number => (isSummer(hour) ? 2 : 1);

function isSummer(hour: number): boolean {
  const { begins, ends } = summerOf(yearOfDay(Math.floor(hour / 24)));
  return hour >= begins && hour < ends;
}

const summerOf = remembered((year: number) => ({ begins: changeIn(year, 3), ends: changeIn(year, 10) }), {
  most: 100,
});

/** 01:00 UTC on the last Sunday of a month. */
function changeIn(year: number, month: number): number {
  const last = dayNumber({ year, month, day: daysInMonth(year, month) });
  return 24 * (last - weekdayOf(last)) + 1;
}
