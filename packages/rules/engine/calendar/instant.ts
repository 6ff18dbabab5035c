import { dateOfDay, inTwo } from "./day-number.ts";

const secondsInDay = 86_400;

/**
 * An instant in RFC 3339, in UTC, rounded down to the second.
 * @param milliseconds since 1970-01-01T00:00:00Z
 * @throws RangeError where that is no number, as when it was read from a text that is no instant
 */
export function instantOf(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) throw new RangeError("not an instant");
  const seconds = Math.floor(milliseconds / 1000);
  const day = Math.floor(seconds / secondsInDay);
  const ofDay = seconds - day * secondsInDay;
  const [hour, minute, second] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return `${dateOfDay(day)}T${inTwo(hour)}:${inTwo(minute)}:${inTwo(second)}Z`;
}
