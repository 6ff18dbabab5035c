import type { Instant } from "../time/virtual-clock.ts";
import { createEventSeries, type EventSeries } from "./event-series.ts";
import { createGaugeSeries, type GaugeSeries, type Reading } from "./gauge-series.ts";
import { type Metric, metricKey } from "./metric.ts";
import { MINUTE_MS, minuteOf } from "./minutes.ts";
import { type Series, type Statistic, statisticOf } from "./samples.ts";

/** What is asked of a metric. */
export interface MetricQuery extends Metric {
  readonly statistic: Statistic;
  /** In seconds: a multiple of 60. */
  readonly period: number;
  /** Instants, in milliseconds since 1970. Points are aligned to whole periods since 1970, as CloudWatch aligns them. */
  readonly from: Instant;
  readonly to: Instant;
}

export interface Point {
  /** Where the period begins. */
  readonly at: Instant;
  readonly value: number;
}

export interface MetricStore {
  /** Values that came at an instant. */
  readonly record: (metric: Metric, at: Instant, values: readonly number[]) => void;
  /** What a metric shows from an instant on. */
  readonly show: (metric: Metric, at: Instant, reading: Reading) => void;
  /** Undefined where nothing was ever measured. */
  readonly seriesOf: (metric: Metric) => Series | undefined;
  readonly known: () => readonly Metric[];
  /** Goes up with each measurement. */
  readonly revision: () => number;
  /** A period without data has no point. */
  readonly points: (query: MetricQuery) => readonly Point[];
}

/** Metrics by the minute, in virtual time. */
export const createMetricStore = (now: () => Instant): MetricStore => {
  const events = new Map<string, EventSeries>();
  const gauges = new Map<string, GaugeSeries>();
  const metrics = new Map<string, Metric>();
  let revision = 0;

  const made = <S>(series: Map<string, S>, metric: Metric, make: () => S): S => {
    revision += 1;
    const key = metricKey(metric);
    const before = series.get(key);
    if (before !== undefined) return before;
    const added = make();
    series.set(key, added);
    metrics.set(key, metric);
    return added;
  };

  const seriesOf = (metric: Metric): Series | undefined => {
    const key = metricKey(metric);
    return events.get(key) ?? gauges.get(key);
  };

  return {
    record: (metric, at, values) => made(events, metric, createEventSeries).add(minuteOf(at), values),
    show: (metric, at, reading) => made(gauges, metric, () => createGaugeSeries(now)).set(at, reading),
    seriesOf,
    known: () => [...metrics.values()],
    revision: () => revision,
    points: ({ statistic, period, from, to, ...metric }) => {
      const series = seriesOf(metric);
      const step = Math.max(1, Math.round(period / 60));
      if (series === undefined) return [];
      const points: Point[] = [];
      const last = minuteOf(Math.min(to, now() + MINUTE_MS));
      for (let minute = minuteOf(from) - (minuteOf(from) % step); minute < last; minute += step) {
        const samples = series.between(minute, minute + step);
        if (samples !== undefined)
          points.push({ at: minute * MINUTE_MS, value: statisticOf(samples, statistic) });
      }
      return points;
    },
  };
};
