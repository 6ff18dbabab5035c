import { addDays, addMonths, addWorkingDays, addYears, type CivilDate, type Interval } from "@hemvist/rules";

/** The day on which an interval that begins on `date` has passed. */
export function after(date: CivilDate, { count, unit }: Pick<Interval, "count" | "unit">): CivilDate {
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

/** The day on which it is that long until `date`; working days are not counted backwards. */
export function before(date: CivilDate, { count, unit }: Interval): CivilDate {
  if (unit === "working-days")
    throw new Error("an interval that ends on a day is counted in days, months or years");
  return after(date, { count: -count, unit });
}
