import type { CivilDate } from "../decision.ts";
import type { Interval, Period } from "../model.ts";
import { addDays, addMonths, addYears } from "./civil-date.ts";
import { addWorkingDays } from "./working-days.ts";

/** As `Period`, for one whose last day may be undefined. */
interface OpenPeriod {
  readonly from: CivilDate;
  readonly to?: CivilDate | undefined;
}

/** Whether a day lies in a period; both its end days do, and without a last day it never ends. */
export function isWithin(date: CivilDate, { from, to }: OpenPeriod): boolean {
  return date >= from && (to === undefined || date <= to);
}

/** Whether two periods have a day in common. */
export function overlap(a: Required<Period>, b: Required<Period>): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The day on which an interval of the model, counted from a day, is over. */
export function dateAfter(date: CivilDate, { count, unit }: Pick<Interval, "count" | "unit">): CivilDate {
  switch (unit) {
    case "working-days":
      return addWorkingDays(date, count);
    case "days":
      return addDays(date, count);
    case "months":
      return addMonths(date, count);
    case "years":
      return addYears(date, count);
  }
}
