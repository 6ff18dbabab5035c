import { type CronField, parseCronField } from "./cron-field.ts";
import type { Instant } from "./virtual-clock.ts";
import { type CivilMinute, civilMinuteOf, DAY_MS, instantOf } from "./zoned-time.ts";

/** When a schedule fires. */
export interface Occurrences {
  /** The first occurrence after an instant; `undefined` where there is none within ten years. */
  readonly after: (instant: Instant) => Instant | undefined;
}

/**
 * Reads EventBridge Scheduler's `cron(…)`, `rate(…)` and `at(…)`.
 *
 * @param from when the schedule came into being: a rate counts from there
 */
export const readScheduleExpression = ({
  expression,
  zone,
  from,
}: {
  readonly expression: string;
  readonly zone: string;
  readonly from: Instant;
}): Occurrences => {
  const [, kind, argument = ""] = /^(cron|rate|at)\((.+)\)$/.exec(expression) ?? [];
  switch (kind) {
    case "cron":
      return cron(argument, zone);
    case "rate":
      return rate(argument, from);
    case "at":
      return once(argument, zone);
    default:
      throw new Error(`"${expression}" is no schedule expression: cron(…), rate(…) or at(…)`);
  }
};

const rate = (argument: string, from: Instant): Occurrences => {
  const [, count, unit = ""] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const period = Number(count) * (unitMs[unit] ?? Number.NaN);
  if (!(period > 0)) throw new Error(`"${argument}" is no rate: a count and minutes, hours or days`);
  return { after: (instant) => from + Math.max(1, Math.floor((instant - from) / period) + 1) * period };
};

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: DAY_MS };

const once = (argument: string, zone: string): Occurrences => {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):\d\d$/.exec(argument) ?? [];
  if (year === undefined) throw new Error(`"${argument}" is no instant: YYYY-MM-DDTHH:MM:SS`);
  const at = instantOf(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
    },
    zone,
  );
  return { after: (instant) => (at !== undefined && at > instant ? at : undefined) };
};

const FURTHEST_DAYS = 3660;

const cron = (argument: string, zone: string): Occurrences => {
  const texts = argument.trim().split(/\s+/);
  const [minutes, hours, days, months, weekdays, years] = texts;
  if (texts.length !== 6) throw new Error(`"${argument}" is no cron expression: it has six fields`);
  const field = {
    minute: parseCronField({ text: minutes ?? "", from: 0, to: 59 }),
    hour: parseCronField({ text: hours ?? "", from: 0, to: 23 }),
    day: parseCronField({ text: days ?? "", from: 1, to: 31 }),
    month: parseCronField({ text: months ?? "", from: 1, to: 12, names: MONTHS }),
    weekday: parseCronField({ text: weekdays ?? "", from: 1, to: 7, names: WEEKDAYS }),
    year: parseCronField({ text: years ?? "", from: 1970, to: 2199 }),
  };
  return { after: (instant) => firstAfter({ field, instant, zone }) };
};

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

type CronFields = Readonly<Record<"minute" | "hour" | "day" | "month" | "weekday" | "year", CronField>>;

const firstAfter = ({
  field,
  instant,
  zone,
}: {
  readonly field: CronFields;
  readonly instant: Instant;
  readonly zone: string;
}): Instant | undefined => {
  const { year, month, day } = civilMinuteOf(instant, zone);
  for (let ahead = 0; ahead < FURTHEST_DAYS; ahead += 1) {
    const date = new Date(Date.UTC(year, month - 1, day + ahead));
    if (!fallsOn(field, date)) continue;
    const found = firstOfDay({ field, date, instant, zone });
    if (found !== undefined) return found;
  }
  return undefined;
};

const fallsOn = (field: CronFields, date: Date): boolean =>
  field.year.has(date.getUTCFullYear()) &&
  field.month.has(date.getUTCMonth() + 1) &&
  field.weekday.has(date.getUTCDay() + 1) &&
  (field.day.has(date.getUTCDate()) || (field.day.last && isLastOfMonth(date)));

const isLastOfMonth = (date: Date): boolean => new Date(date.getTime() + DAY_MS).getUTCDate() === 1;

const firstOfDay = ({
  field,
  date,
  instant,
  zone,
}: {
  readonly field: CronFields;
  readonly date: Date;
  readonly instant: Instant;
  readonly zone: string;
}): Instant | undefined => {
  for (let hour = 0; hour < 24; hour += 1) {
    if (!field.hour.has(hour)) continue;
    for (let minute = 0; minute < 60; minute += 1) {
      if (!field.minute.has(minute)) continue;
      const civil: CivilMinute = {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour,
        minute,
      };
      const found = instantOf(civil, zone);
      if (found !== undefined && found > instant) return found;
    }
  }
  return undefined;
};
