import type { Instant } from "../time/virtual-clock.ts";
import { MINUTE_MS, type Minute, minuteOf } from "./minutes.ts";
import type { Samples, Series } from "./samples.ts";

/** What a gauge shows from an instant on: a number that stays, or the seconds since an instant, which grow. */
export type Reading = { readonly shows: number } | { readonly since: Instant };

export interface GaugeSeries extends Series {
  readonly set: (at: Instant, reading: Reading) => void;
}

interface Stretch {
  readonly from: Instant;
  readonly reading: Reading;
}

/**
 * A metric that has a value at each minute, such as how many messages lie on a queue. Only the changes are kept: a
 * queue that holds a message for three months is one entry.
 *
 * @param now a gauge has no data of the future
 */
export const createGaugeSeries = (now: () => Instant): GaugeSeries => {
  const stretches: Stretch[] = [];

  /** A minute shows what the gauge showed at its end. */
  const stretchAt = (minute: Minute): number => {
    const end = endOf(minute);
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.from ?? end) <= end) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /** Each stretch's first and last minute within the span. */
  const within = (from: Minute, before: Minute): readonly Run[] => {
    const runs: Run[] = [];
    for (let index = Math.max(0, stretchAt(from)); index < stretches.length; index += 1) {
      const stretch = stretches[index];
      const next = stretches[index + 1];
      if (stretch === undefined || stretch.from > endOf(before - 1)) break;
      const first = Math.max(from, firstMinute(stretch.from));
      const last = Math.min(before, next === undefined ? before : firstMinute(next.from)) - 1;
      if (first <= last) runs.push(runOf(stretch.reading, first, last));
    }
    return runs;
  };

  return {
    set: (at, reading) => {
      const last = stretches.at(-1);
      if (last !== undefined && isSame(last.reading, reading)) return;
      // Never before what was seen last: it was seen then.
      stretches.push({ from: Math.max(at, last?.from ?? at), reading });
    },
    between: (from, before) => {
      const runs = within(from, Math.min(before, minuteOf(now()) + 1));
      return runs.length === 0 ? undefined : samplesOf(runs);
    },
    turns: function* (limit) {
      for (const [index, { from, reading }] of stretches.entries()) {
        yield firstMinute(from);
        if (!("since" in reading)) continue;
        const passed = reading.since + limit * 1000;
        const until = stretches[index + 1]?.from ?? now();
        if (passed > from && passed < until) {
          yield minuteOf(passed);
          yield minuteOf(passed) + 1;
        }
      }
    },
  };
};

const endOf = (minute: Minute): Instant => (minute + 1) * MINUTE_MS - 1;

/** The first minute at whose end the stretch has begun. */
const firstMinute = (from: Instant): Minute => minuteOf(from);

const isSame = (one: Reading, other: Reading): boolean =>
  "shows" in one
    ? "shows" in other && one.shows === other.shows
    : "since" in other && one.since === other.since;

/** Minutes in a row whose values grow evenly, or stay. */
interface Run {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

const runOf = (reading: Reading, first: Minute, last: Minute): Run => {
  const count = last - first + 1;
  if ("shows" in reading) return { count, first: reading.shows, last: reading.shows };
  const secondsAt = (minute: Minute) => Math.max(0, Math.floor((endOf(minute) + 1 - reading.since) / 1000));
  return { count, first: secondsAt(first), last: secondsAt(last) };
};

const samplesOf = (runs: readonly Run[]): Samples => ({
  count: runs.reduce((total, { count }) => total + count, 0),
  sum: runs.reduce((total, { count, first, last }) => total + (count * (first + last)) / 2, 0),
  min: () => Math.min(...runs.map(({ first }) => first)),
  max: () => Math.max(...runs.map(({ last }) => last)),
  values: () =>
    runs.flatMap(({ count, first, last }): (readonly [number, number])[] =>
      first === last
        ? [[first, count]]
        : Array.from({ length: count }, (_none, index) => [
            first + index * ((last - first) / (count - 1)),
            1,
          ]),
    ),
});
