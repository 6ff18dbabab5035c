import { addDays, weekday } from "./civil-date.ts";
import type { CivilDate } from "./decision.ts";

const hourInMilliseconds = 3_600_000;

/**
 * The civil date in Stockholm at an instant (RFC 3339, UTC).
 *
 * By the Union's rule for summer time (directive 2000/84/EC): from the last Sunday of March to the last
 * Sunday of October, 01:00 UTC both. Written out, since the host's time zones may be wrong or missing.
 */
export function civilDateAt(instant: string): CivilDate {
  const time = Date.parse(instant);
  return new Date(time + offsetAt(time)).toISOString().slice(0, 10);
}

/**
 * The instant (RFC 3339, UTC, whole seconds) at which the clock in Stockholm shows a full hour of a day.
 * An hour that happens twice is the first one; one that is skipped is the one after it.
 */
export function instantAt(date: CivilDate, hour: number): string {
  const local = Date.parse(`${date}T00:00:00Z`) + hour * hourInMilliseconds;
  const asSummer = local - 2 * hourInMilliseconds;
  const time = isSummer(asSummer) ? asSummer : local - hourInMilliseconds;
  return new Date(time).toISOString().replace(".000Z", "Z");
}

function offsetAt(time: number): number {
  return (isSummer(time) ? 2 : 1) * hourInMilliseconds;
}

function isSummer(time: number): boolean {
  const year = new Date(time).toISOString().slice(0, 4);
  return time >= changeAfter(`${year}-03-31`) && time < changeAfter(`${year}-10-31`);
}

/** 01:00 UTC on the last Sunday of the month whose last day is given. */
function changeAfter(lastOfMonth: CivilDate): number {
  return Date.parse(`${addDays(lastOfMonth, -weekday(lastOfMonth))}T01:00:00Z`);
}
