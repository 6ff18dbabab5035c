import type { CivilDate, Decision } from "@hemvist/rules";
import { earlier } from "./watch.ts";

/** The last day on which a decision runs; undefined for one until further notice. A revocation ends it sooner. */
export function lastDayOf({ validTo, revocation }: Decision): CivilDate | undefined {
  if (revocation === undefined || validTo === undefined) return revocation?.on ?? validTo;
  return earlier(validTo, revocation.on);
}

/** Whether a decision's last day has passed. */
export function isOverOn(decision: Decision, today: CivilDate): boolean {
  const lastDay = lastDayOf(decision);
  return lastDay !== undefined && today > lastDay;
}
