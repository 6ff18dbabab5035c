import type { Minute } from "./minutes.ts";
import type { Samples, Series } from "./samples.ts";

/** What was measured in one minute, or once it is old, in five minutes or an hour from there. */
interface Bucket {
  readonly minute: Minute;
  count: number;
  sum: number;
  min: number;
  max: number;
  readonly values: Map<number, number>;
}

export interface EventSeries extends Series {
  readonly add: (minute: Minute, values: readonly number[]) => void;
}

const DAY = 24 * 60;

/**
 * > Data points with a period of 60 seconds (1 minute) are available for 15 days; […] 300 seconds (5 minutes) […] for
 * > 63 days; […] 3600 seconds (1 hour) […] for 455 days.
 * > Amazon CloudWatch User Guide, Metrics concepts, Metrics retention
 */
const retention = [
  { olderThan: 455 * DAY, minutes: Number.POSITIVE_INFINITY },
  { olderThan: 63 * DAY, minutes: 60 },
  { olderThan: 15 * DAY, minutes: 5 },
];

/** As many as are kept by the minute, however old. Only a series with more gives up detail, as CloudWatch always does. */
const ROOMY = 20_000;

/** A metric whose values come one by one: a count, a duration. */
export const createEventSeries = (): EventSeries => {
  let buckets: Bucket[] = [];
  let sums: { readonly counts: number[]; readonly sums: number[] } | undefined;
  let roomy = ROOMY;

  const bucketAt = (minute: Minute): Bucket => {
    const last = buckets.at(-1);
    if (last !== undefined && last.minute === minute) return last;
    const index = last === undefined || last.minute < minute ? buckets.length : firstFrom(buckets, minute);
    const there = buckets[index];
    if (there?.minute === minute) return there;
    const added = emptyBucket(minute);
    buckets.splice(index, 0, added);
    return added;
  };

  const prefixes = () => {
    if (sums !== undefined) return sums;
    const made: { counts: number[]; sums: number[] } = { counts: [0], sums: [0] };
    for (const { count, sum } of buckets) {
      made.counts.push((made.counts.at(-1) ?? 0) + count);
      made.sums.push((made.sums.at(-1) ?? 0) + sum);
    }
    sums = made;
    return made;
  };

  return {
    add: (minute, values) => {
      if (values.length === 0) return;
      const bucket = bucketAt(minute);
      for (const value of values) addTo(bucket, value);
      if (buckets.length > roomy) {
        buckets = rolledUp(buckets);
        roomy = Math.max(ROOMY, 2 * buckets.length);
      }
      sums = undefined;
    },
    between: (from, before) => {
      const [start, end] = [firstFrom(buckets, from), firstFrom(buckets, before)];
      if (start >= end) return undefined;
      const { counts, sums: totals } = prefixes();
      return samplesOf(buckets.slice(start, end), {
        count: (counts[end] ?? 0) - (counts[start] ?? 0),
        sum: (totals[end] ?? 0) - (totals[start] ?? 0),
      });
    },
    turns: () => buckets.map(({ minute }) => minute),
  };
};

const emptyBucket = (minute: Minute): Bucket => ({
  minute,
  count: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  values: new Map(),
});

const addTo = (bucket: Bucket, value: number, times = 1): void => {
  bucket.count += times;
  bucket.sum += value * times;
  bucket.min = Math.min(bucket.min, value);
  bucket.max = Math.max(bucket.max, value);
  const shown = Number(value.toPrecision(DIGITS));
  bucket.values.set(shown, (bucket.values.get(shown) ?? 0) + times);
};

/** Percentiles have three digits, so that a minute has a bounded number of values however much is measured in it. */
const DIGITS = 3;

/** The index of the first bucket that is not before the minute. */
const firstFrom = (buckets: readonly Bucket[], minute: Minute): number => {
  let [low, high] = [0, buckets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((buckets[middle]?.minute ?? minute) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
};

const samplesOf = (
  buckets: readonly Bucket[],
  totals: { readonly count: number; readonly sum: number },
): Samples => ({
  ...totals,
  min: () => buckets.reduce((least, { min }) => Math.min(least, min), Number.POSITIVE_INFINITY),
  max: () => buckets.reduce((most, { max }) => Math.max(most, max), Number.NEGATIVE_INFINITY),
  values: () => buckets.flatMap(({ values }) => [...values]),
});

const rolledUp = (buckets: readonly Bucket[]): Bucket[] => {
  const newest = buckets.at(-1)?.minute ?? 0;
  const kept: Bucket[] = [];
  for (const bucket of buckets) {
    const step = retention.find(({ olderThan }) => newest - bucket.minute > olderThan)?.minutes ?? 1;
    if (step === Number.POSITIVE_INFINITY) continue;
    const minute = bucket.minute - (bucket.minute % step);
    const last = kept.at(-1);
    if (last === undefined || last.minute < minute) {
      kept.push({ ...bucket, minute, values: new Map(bucket.values) });
      continue;
    }
    last.count += bucket.count;
    last.sum += bucket.sum;
    last.min = Math.min(last.min, bucket.min);
    last.max = Math.max(last.max, bucket.max);
    for (const [value, times] of bucket.values) last.values.set(value, (last.values.get(value) ?? 0) + times);
  }
  return kept;
};
