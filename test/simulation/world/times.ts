import { addDays, addWorkingDays, type CivilDate, civilDateAt, instantAt, instantOf } from "@hemvist/rules";
import type { Lasts } from "./kind.ts";
import type { Seeded } from "./seeded.ts";
import { day, hour, minute } from "./virtual-time.ts";

export interface RestTime {
  /** The parties have stopped sending. */
  readonly quiet: number;
  readonly end: number;
  readonly at: string;
  /** What was due by then has been looked at: the last run of the follow-ups in office hours. */
  readonly lastRun: string;
}

export interface WorldTimes {
  readonly start: number;
  /** How long case systems send by themselves. */
  readonly sendingTime: number;
  readonly faultsStop: number;
  readonly rest: (trouble: { readonly isStreamOff: boolean }) => RestTime;
}

/**
 * Ordinary weeks, and those in which calendars go wrong: summer time begins and ends, leap day, Christmas. In one of
 * them another Act and another model come into force.
 */
const starts = [
  "2026-11-02",
  "2025-06-30",
  "2027-03-25",
  "2026-10-22",
  "2028-02-27",
  "2026-12-21",
  "2027-06-23",
] as const;

/** The first day of one of those weeks. */
export const weekOf = (chance: Seeded): CivilDate => chance.pick(starts);

/** When a world begins, when its faults stop, and when everything in it must be at rest. */
export function timesOf(lasts: Lasts, chance: Seeded, first = weekOf(chance)): WorldTimes {
  if (lasts === "weeks") return weeks(startOf(first), chance);
  const friday = fridayFrom(first);
  return weekend(startOf(friday), { monday: startOf(addDays(friday, 3)), chance });
}

const startOf = (date: CivilDate): number => Date.parse(`${date}T05:00:00Z`);

function fridayFrom(date: CivilDate): CivilDate {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return addDays(date, (12 - weekday) % 7);
}

function weeks(start: number, chance: Seeded): WorldTimes {
  const sendingTime = 3 * day;
  const faultsStop = start + sendingTime + day + chance.below(day);
  return {
    start,
    sendingTime,
    faultsStop,
    // An afternoon so many working days after faults have stopped.
    rest({ isStreamOff }) {
      const date = addWorkingDays(civilDateAt(instantOf(faultsStop)), isStreamOff ? 8 : 3);
      const lastRun = instantAt(date, 16);
      const end = Date.parse(lastRun) + 30 * minute;
      return { quiet: end - 4 * hour, end, at: instantOf(end), lastRun };
    },
  };
}

function weekend(start: number, { monday, chance }: { monday: number; chance: Seeded }): WorldTimes {
  const end = monday - hour;
  return {
    start,
    sendingTime: day,
    faultsStop: start + 2 * day + chance.below(4 * hour),
    // No office hours come after faults have stopped.
    rest: () => ({ quiet: end - 4 * hour, end, at: instantOf(end), lastRun: instantOf(start) }),
  };
}
