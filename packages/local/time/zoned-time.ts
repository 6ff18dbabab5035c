import type { Instant } from "./virtual-clock.ts";

/** A minute on the wall of a time zone. */
export interface CivilMinute {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(zone, format);
  return format;
};

export const civilMinuteOf = (instant: Instant, zone: string): CivilMinute => {
  const parts = formatFor(zone).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((entry) => entry.type === type)?.value);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
};

/**
 * The instant at which the wall shows that minute. In autumn's repeated hour the first of the two; in spring's
 * missing hour none: EventBridge Scheduler skips an occurrence there, and fires once in the repeated hour.
 */
export const instantOf = (civil: CivilMinute, zone: string): Instant | undefined => {
  const asIfUtc = utcOf(civil);
  const candidates = [asIfUtc - DAY_MS, asIfUtc + DAY_MS]
    .map((around) => asIfUtc - (utcOf(civilMinuteOf(around, zone)) - around))
    .filter((instant) => utcOf(civilMinuteOf(instant, zone)) === asIfUtc);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
};

const utcOf = ({ year, month, day, hour, minute }: CivilMinute): Instant =>
  Date.UTC(year, month - 1, day, hour, minute);

export const DAY_MS = 24 * 60 * 60_000;
