import type { MetricStore } from "../metrics/metric-store.ts";
import { MINUTE_MS, type Minute } from "../metrics/minutes.ts";
import { type Series, statisticOf } from "../metrics/samples.ts";
import type { Instant } from "../time/virtual-clock.ts";
import { type AlarmState, alarmState, type DataPoint, LOOKED_BACK_FOR } from "./alarm-state.ts";
import { isBreaching, type MetricAlarm } from "./declared-alarms.ts";

/** An alarm takes a state. */
export interface Change {
  readonly at: Instant;
  readonly state: AlarmState;
}

/**
 * A metric alarm's changes of state, from the minute after it was made. CloudWatch evaluates it each minute, over
 * periods that end then. Its state can only change at a minute at which data enters or leaves one of these periods, so
 * only these are looked at.
 */
export const metricHistory = ({
  alarm,
  store,
  madeAt,
  until,
}: {
  readonly alarm: MetricAlarm;
  readonly store: MetricStore;
  readonly madeAt: Minute;
  /** The last minute that is evaluated. */
  readonly until: Minute;
}): readonly Change[] => {
  const series = store.seriesOf(alarm.metric);
  const changes: Change[] = [];
  let before: AlarmState = "INSUFFICIENT_DATA";
  for (const minute of evaluations({ alarm, series, madeAt, until })) {
    const { evaluationPeriods, datapointsToAlarm, missingData } = alarm;
    const points = pointsBefore(minute, alarm, series);
    const state = alarmState({ points, evaluationPeriods, datapointsToAlarm, missingData, before });
    if (state !== before) changes.push({ at: minute * MINUTE_MS, state });
    before = state;
  }
  return changes;
};

const minutesIn = ({ period }: MetricAlarm): number => Math.max(1, Math.round(period / 60));

const pointsBefore = (end: Minute, alarm: MetricAlarm, series: Series | undefined): readonly DataPoint[] => {
  const step = minutesIn(alarm);
  const range = alarm.evaluationPeriods + LOOKED_BACK_FOR;
  return Array.from({ length: range }, (_none, index): DataPoint => {
    const from = end - (range - index) * step;
    const samples = series?.between(from, from + step);
    if (samples === undefined) return undefined;
    return isBreaching(alarm.comparison, statisticOf(samples, alarm.statistic), alarm.threshold)
      ? "breaching"
      : "within";
  });
};

const evaluations = ({
  alarm,
  series,
  madeAt,
  until,
}: {
  readonly alarm: MetricAlarm;
  readonly series: Series | undefined;
  readonly madeAt: Minute;
  readonly until: Minute;
}): readonly Minute[] => {
  const step = minutesIn(alarm);
  const minutes = new Set<Minute>([madeAt + 1]);
  for (const turn of series?.turns(alarm.threshold) ?? [])
    for (let period = 0; period <= alarm.evaluationPeriods + LOOKED_BACK_FOR; period += 1)
      // A value begins to count the minute after, and the one before it ends to count with it.
      for (const after of [0, 1, 2]) minutes.add(turn + after + period * step);
  return [...minutes]
    .filter((minute) => minute > madeAt && minute <= until)
    .toSorted((one, other) => one - other);
};
