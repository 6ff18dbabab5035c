import { type CivilDate, dateAfter, type Interval } from "@hemvist/rules";

/** The day on which it is an interval's length until `date`; working days are not counted backwards. */
export function dateBefore(date: CivilDate, { count, unit }: Interval): CivilDate {
  if (unit === "working-days")
    throw new Error("an interval that ends on a day is counted in days, months or years");
  return dateAfter(date, { count: -count, unit });
}
