import { addWorkingDays, civilDateAt, instantAt } from "@hemvist/rules";
import { hour, instantOf, minute } from "./virtual-time.ts";

export interface RestTime {
  /** Nobody sends anything any more. */
  readonly quiet: number;
  readonly end: number;
  readonly at: string;
  /** The last run of the follow-ups before the end. */
  readonly lastRun: string;
}

/** An afternoon so many working days after faults have stopped: by then everything must be at rest. */
export function restOf(faultsStop: number, { workingDays }: { workingDays: number }): RestTime {
  const date = addWorkingDays(civilDateAt(instantOf(faultsStop)), workingDays);
  const lastRun = instantAt(date, 16);
  const end = Date.parse(lastRun) + 30 * minute;
  return { quiet: end - 4 * hour, end, at: instantOf(end), lastRun };
}
