const zone = { timeZone: "Europe/Stockholm" } as const;
const locale = "sv-SE";

const dayAndTime = new Intl.DateTimeFormat(locale, {
  ...zone,
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const whole = new Intl.DateTimeFormat(locale, {
  ...zone,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const longDay = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

export const shortTime = (instant: string): string => dayAndTime.format(new Date(instant));
export const longTime = (instant: string): string => whole.format(new Date(instant));
/** A civil date, such as `2026-11-02`, in words. */
export const dayInWords = (date: string): string => longDay.format(new Date(`${date}T00:00:00Z`));
export const number = (value: number): string => numbers.format(value);

/** An instant on an axis: the day at midnight, else the day and the time. */
export function atSecond(second: number): string {
  const written = dayAndTime.format(new Date(second * 1000));
  return written.replace(/ 00:00$/, "");
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in the unit that says most. */
export function lasting(ms: number): string {
  if (ms < minute) return `${number(Math.round(ms / 1000))} s`;
  if (ms < 2 * hour) return `${number(Math.round(ms / minute))} min`;
  if (ms < 2 * day) return `${number(Math.round(ms / hour))} tim`;
  return `${number(Math.round(ms / day))} dygn`;
}

export const since = (instant: string, now: string): string =>
  lasting(Math.max(0, Date.parse(now) - Date.parse(instant)));

export const plural = (count: number, one: string, more: string): string =>
  `${number(count)} ${count === 1 ? one : more}`;
