import type { Instant } from "@hemvist/casework";
import { addDays, addMonths, type CivilDate, civilDateAt, instantAt } from "@hemvist/rules";

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
export function quarterNamed(name: string): ReportPeriod | undefined {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(name) ?? [];
  if (year === undefined || quarter === undefined) return undefined;
  const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, "0")}-01`;
  return spanning(name, { from, to: addDays(addMonths(from, 3), -1) });
}

/** A month, written `2026-11`; undefined where the text is none. */
export function monthNamed(name: string): ReportPeriod | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return undefined;
  const from = `${name}-01`;
  return spanning(name, { from, to: addDays(addMonths(from, 1), -1) });
}

/** A week by ISO 8601, written `2026W40`; undefined where the text is none. */
export function weekNamed(name: string): ReportPeriod | undefined {
  const [, year, week] = /^(\d{4})W(\d{2})$/.exec(name) ?? [];
  if (year === undefined || Number(week) < 1 || Number(week) > 53) return undefined;
  const from = addDays(mondayOf(`${year}-01-04`), (Number(week) - 1) * 7);
  // A year without a 53rd week has none: its Thursday would lie in the next year.
  if (addDays(from, 3).slice(0, 4) !== year) return undefined;
  return spanning(name, { from, to: addDays(from, 6) });
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
  return Array.from({ length: many + 1 }, (_, back) => named(weekNamed(`${year - back}W40`)))
    .filter(({ ends }) => ends <= at)
    .slice(0, many);
}

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

const quarterOf = (date: CivilDate): ReportPeriod => {
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return named(quarterNamed(`${date.slice(0, 4)}Q${quarter}`));
};

const monthOf = (date: CivilDate): ReportPeriod => named(monthNamed(date.slice(0, 7)));

function named(period: ReportPeriod | undefined): ReportPeriod {
  if (period === undefined)
    throw new Error("every day lies in a month and a quarter, and every year has a week 40");
  return period;
}

const spanning = (name: string, { from, to }: Pick<ReportPeriod, "from" | "to">): ReportPeriod => ({
  name,
  from,
  to,
  starts: instantAt(from, 0),
  ends: instantAt(addDays(to, 1), 0),
});

/** Its Monday; day 4 of January 1970 was a Sunday. */
function mondayOf(date: CivilDate): CivilDate {
  const days = Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  return addDays(date, -((((days + 3) % 7) + 7) % 7));
}
