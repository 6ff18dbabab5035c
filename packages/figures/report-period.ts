import type { Instant } from "@hemvist/casework";
import { addDays, addMonths, type CivilDate, civilDateAt, daysBetween, instantAt } from "@hemvist/rules";

/** What a report covers. Its figures are those of `ends`: what was known then, and nothing that came later. */
export interface ReportPeriod {
  /** `2026Q4`, `2026-11` or `2026W40`. */
  readonly name: string;
  readonly from: CivilDate;
  /** The last day, inclusive. */
  readonly to: CivilDate;
  /** Midnight in Stockholm before the first day. */
  readonly starts: Instant;
  /** Midnight in Stockholm after the last day: the report's instant. */
  readonly ends: Instant;
}

/** A quarter, written `2026Q4`; undefined where the text is none. */
export const quarterNamed = (name: string): ReportPeriod | undefined =>
  /^\d{4}Q[1-4]$/.test(name) ? quarter(name.slice(0, 4), Number(name.slice(5))) : undefined;

/** A month, written `2026-11`; undefined where the text is none. */
export const monthNamed = (name: string): ReportPeriod | undefined =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(name) ? month(name) : undefined;

/** A week by ISO 8601, written `2026W40`; undefined where the text is none. */
export function weekNamed(name: string): ReportPeriod | undefined {
  if (!/^\d{4}W(0[1-9]|[1-4]\d|5[0-3])$/.test(name)) return undefined;
  const year = name.slice(0, 4);
  const period = week(year, Number(name.slice(5)));
  // A year without a 53rd week has none: its Thursday would lie in the next year.
  return addDays(period.from, 3).startsWith(year) ? period : undefined;
}

/** So many quarters that are over at an instant, newest first. */
export const lastQuarters = (at: Instant, many: number): readonly ReportPeriod[] =>
  lastBefore(quarterOf(civilDateAt(at)), many, quarterOf);

/** So many months that are over at an instant, newest first. */
export const lastMonths = (at: Instant, many: number): readonly ReportPeriod[] =>
  lastBefore(monthOf(civilDateAt(at)), many, monthOf);

/** So many weeks 40 that are over at an instant, newest first: the city counts once a year. */
export function lastWeeks40(at: Instant, many: number): readonly ReportPeriod[] {
  const year = Number(civilDateAt(at).slice(0, 4));
  return Array.from({ length: many + 1 }, (_, back) => week(String(year - back), 40))
    .filter(({ ends }) => ends <= at)
    .slice(0, many);
}

/** So many weeks that are over at an instant, newest first. */
export const lastWeeks = (at: Instant, many: number): readonly ReportPeriod[] =>
  lastBefore(weekOf(civilDateAt(at)), many, weekOf);

function lastBefore(
  { from }: ReportPeriod,
  many: number,
  periodOf: (date: CivilDate) => ReportPeriod,
): readonly ReportPeriod[] {
  if (many === 0) return [];
  const newest = periodOf(addDays(from, -1));
  return [newest, ...lastBefore(newest, many - 1, periodOf)];
}

/** The quarters that had begun at an instant and ended before a period did, oldest first. */
export function quartersBefore({ ends }: ReportPeriod, since: Instant): readonly ReportPeriod[] {
  const found: ReportPeriod[] = [];
  let quarter = quarterOf(civilDateAt(since));
  for (; quarter.ends < ends; quarter = quarterOf(addDays(quarter.to, 1))) found.push(quarter);
  return found;
}

const quarterOf = (date: CivilDate): ReportPeriod =>
  quarter(date.slice(0, 4), Math.ceil(Number(date.slice(5, 7)) / 3));

/** The week by ISO 8601 that has the day: its Thursday says of which year. */
function weekOf(date: CivilDate): ReportPeriod {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const first = mondayOf(`${year}-01-04`);
  return week(year, Math.round(daysBetween(first, mondayOf(date)) / 7) + 1);
}

const monthOf = (date: CivilDate): ReportPeriod => month(date.slice(0, 7));

/** @param number 1 to 4 */
function quarter(year: string, number: number): ReportPeriod {
  const from = `${year}-${String(number * 3 - 2).padStart(2, "0")}-01`;
  return spanning(`${year}Q${number}`, { from, to: addDays(addMonths(from, 3), -1) });
}

/** @param name `2026-11` */
function month(name: string): ReportPeriod {
  const from = `${name}-01`;
  return spanning(name, { from, to: addDays(addMonths(from, 1), -1) });
}

/** A week by ISO 8601: the first has the year's 4 January. */
function week(year: string, number: number): ReportPeriod {
  const from = addDays(mondayOf(`${year}-01-04`), (number - 1) * 7);
  return spanning(`${year}W${String(number).padStart(2, "0")}`, { from, to: addDays(from, 6) });
}

function mondayOf(date: CivilDate): CivilDate {
  const sinceSunday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((sinceSunday + 6) % 7));
}

const spanning = (name: string, { from, to }: Pick<ReportPeriod, "from" | "to">): ReportPeriod => ({
  name,
  from,
  to,
  starts: instantAt(from, 0),
  ends: instantAt(addDays(to, 1), 0),
});
