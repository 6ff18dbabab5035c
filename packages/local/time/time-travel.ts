import type { Schedule } from "./schedules.ts";
import type { Instant, VirtualClock } from "./virtual-clock.ts";
import { civilMinuteOf, instantOf } from "./zoned-time.ts";

/**
 * `occurrence` fires every one. `day` fires each schedule at most once per civil day, at its first occurrence at or
 * after 08:00, or its last of the day where it has none then. Where the next run makes a skipped one good, a year of
 * days is enough, and takes a twenty-fourth of the time.
 */
export type Pace = "occurrence" | "day";

export interface TimeTravel {
  readonly to: (instant: Instant, pace: Pace) => Promise<void>;
  /** Moves time on in steps although something goes on that does not end, waiting for `tried` after each. */
  readonly endure: (instant: Instant, stepMs: number, tried: () => Promise<void>) => Promise<void>;
  /** Fires what has fallen due while the clock went on by itself. Time is not moved. */
  readonly catchUp: () => Promise<void>;
}

/** Moves virtual time forward, firing what falls due on the way, each at its own scheduled time. */
export const createTimeTravel = ({
  clock,
  schedules,
  zone,
  fire,
  settle,
}: {
  readonly clock: VirtualClock;
  readonly schedules: readonly Schedule[];
  /** Whose days they are. */
  readonly zone: string;
  readonly fire: (schedule: Schedule, scheduled: Instant) => Promise<void>;
  readonly settle: () => Promise<void>;
}): TimeTravel => {
  // The clock also runs by itself, past occurrences that nothing has fired: each schedule remembers its own.
  const firedThrough = new Map(schedules.map((schedule) => [schedule, clock.now()]));

  const nextFor = (schedule: Schedule, pace: Pace): Instant | undefined => {
    const after = firedThrough.get(schedule) ?? clock.now();
    return pace === "day" ? onNextDay({ schedule, after, zone }) : schedule.occurrences.after(after);
  };

  const fireThrough = async (to: Instant, pace: Pace, rested = settle): Promise<void> => {
    await rested();
    for (;;) {
      const due = schedules
        .flatMap((schedule) => {
          const scheduled = nextFor(schedule, pace);
          return scheduled === undefined || scheduled > to ? [] : [{ schedule, scheduled }];
        })
        .toSorted((a, b) => a.scheduled - b.scheduled || a.schedule.name.localeCompare(b.schedule.name))[0];
      if (due === undefined) break;
      clock.leapTo(due.scheduled);
      firedThrough.set(due.schedule, pace === "day" ? endOfDay(due.scheduled, zone) : due.scheduled);
      await fire(due.schedule, due.scheduled);
      await rested();
    }
    clock.leapTo(to);
  };

  return {
    to: async (to, pace) => {
      if (Number.isNaN(to)) throw new Error("time can be moved to an RFC 3339 instant only");
      if (to < clock.now()) throw new Error("time can only be moved forward");
      await fireThrough(to, pace);
    },
    endure: async (instant, stepMs, tried) => {
      while (clock.now() < instant)
        await fireThrough(Math.min(instant, clock.now() + stepMs), "occurrence", tried);
      await tried();
    },
    catchUp: () => fireThrough(clock.now(), "occurrence"),
  };
};

const MORNING = 8;

/** The one occurrence that stands for the first day that still has any. */
const onNextDay = ({
  schedule: { occurrences },
  after,
  zone,
}: {
  readonly schedule: Schedule;
  readonly after: Instant;
  readonly zone: string;
}): Instant | undefined => {
  const first = occurrences.after(after);
  if (first === undefined) return undefined;
  const end = endOfDay(first, zone);
  const morning = instantOf({ ...civilMinuteOf(first, zone), hour: MORNING, minute: 0 }, zone) ?? first;
  const fromMorning = occurrences.after(Math.max(first, morning) - 1);
  if (fromMorning !== undefined && fromMorning <= end) return fromMorning;
  let last = first;
  for (let next = occurrences.after(last); next !== undefined && next <= end; next = occurrences.after(last))
    last = next;
  return last;
};

/** The day's last millisecond. */
const endOfDay = (instant: Instant, zone: string): Instant => {
  const { year, month, day } = civilMinuteOf(instant, zone);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  const midnight = instantOf(
    {
      year: next.getUTCFullYear(),
      month: next.getUTCMonth() + 1,
      day: next.getUTCDate(),
      hour: 0,
      minute: 0,
    },
    zone,
  );
  return (midnight ?? instant + 1) - 1;
};
