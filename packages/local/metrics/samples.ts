import type { Minute } from "./minutes.ts";

/** What was measured within a span of time. There was at least one measurement. */
export interface Samples {
  readonly count: number;
  readonly sum: number;
  readonly min: () => number;
  readonly max: () => number;
  /** Each value, and how often it was measured. */
  readonly values: () => readonly (readonly [value: number, times: number])[];
}

/** All data of one metric. */
export interface Series {
  /** From a minute until before another; undefined where nothing was measured. */
  readonly between: (from: Minute, before: Minute) => Samples | undefined;
  /**
   * The minutes at which something begins, ends or, for a value that grows by itself, passes the limit. Between two of
   * them nothing happens that an alarm with this limit would see.
   */
  readonly turns: (limit: number) => Iterable<Minute>;
}

export type Statistic = "Sum" | "Average" | "Minimum" | "Maximum" | "SampleCount" | `p${number}`;

/** @throws for a statistic that is not taught here, such as a trimmed mean */
export const readStatistic = (text: string): Statistic => {
  switch (text) {
    case "Sum":
    case "Average":
    case "Minimum":
    case "Maximum":
    case "SampleCount":
      return text;
    default: {
      const percent = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(text)?.[1];
      if (percent === undefined)
        throw new Error(
          `the statistic ${text} is not known here: teach it to @hemvist/local/metrics/samples.ts`,
        );
      return `p${Number(percent)}`;
    }
  }
};

export const statisticOf = (samples: Samples, statistic: Statistic): number => {
  switch (statistic) {
    case "Sum":
      return samples.sum;
    case "Average":
      return samples.sum / samples.count;
    case "Minimum":
      return samples.min();
    case "Maximum":
      return samples.max();
    case "SampleCount":
      return samples.count;
    default:
      return percentile(samples, Number(statistic.slice(1)));
  }
};

/** The smallest value that so many percent of the measurements do not exceed. */
const percentile = (samples: Samples, percent: number): number => {
  const rank = Math.max(1, Math.ceil((percent / 100) * samples.count));
  let seen = 0;
  for (const [value, times] of samples.values().toSorted(([one], [other]) => one - other)) {
    seen += times;
    if (seen >= rank) return value;
  }
  return samples.max();
};
