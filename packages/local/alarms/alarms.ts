import type { MetricStore } from "../metrics/metric-store.ts";
import { MINUTE_MS, minuteOf } from "../metrics/minutes.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { AlarmState } from "./alarm-state.ts";
import { type ActedChange, compositeHistory, stateAt, suppressed } from "./composite-history.ts";
import type { DeclaredAlarm } from "./declared-alarms.ts";
import { type Change, metricHistory } from "./metric-history.ts";

/** An alarm, and what became of it until now. */
export interface AlarmHistory {
  readonly alarm: DeclaredAlarm;
  /** Oldest first. Before the first of them its state is INSUFFICIENT_DATA. */
  readonly changes: readonly ActedChange[];
  readonly state: AlarmState;
}

/** Judges the template's alarms by the metrics of the run, from its start until now. */
export const judgeAlarms = ({
  alarms,
  store,
  madeAt,
  now,
}: {
  readonly alarms: readonly DeclaredAlarm[];
  readonly store: MetricStore;
  readonly madeAt: Instant;
  readonly now: Instant;
}): readonly AlarmHistory[] => {
  const byName = new Map(alarms.map((alarm) => [alarm.name, alarm]));
  const found = new Map<string, readonly Change[]>();

  const changesOf = (name: string): readonly Change[] => {
    const before = found.get(name);
    if (before !== undefined) return before;
    const alarm = byName.get(name);
    if (alarm === undefined) throw new Error(`an alarm's rule names ${name}, which no template declares`);
    // An alarm that names itself, over others, would never end; CloudWatch refuses to make one.
    found.set(name, []);
    const changes =
      alarm.kind === "metric"
        ? metricHistory({ alarm, store, madeAt: minuteOf(madeAt), until: minuteOf(now) })
        : compositeHistory(alarm, changesOf, madeAt);
    found.set(name, changes);
    return changes;
  };

  return alarms.map((alarm) => {
    const changes = changesOf(alarm.name);
    return { alarm, changes: acted(alarm, changes, changesOf, now), state: stateAt(changes, now) };
  });
};

const acted = (
  alarm: DeclaredAlarm,
  changes: readonly Change[],
  changesOf: (name: string) => readonly Change[],
  now: Instant,
): readonly ActedChange[] => {
  const timed =
    alarm.kind === "composite" && alarm.suppressor !== undefined
      ? suppressed(changes, alarm.suppressor, changesOf(alarm.suppressor.alarm))
      : changes.map((change): ActedChange => ({ ...change, actedAt: change.at }));
  return timed.map(({ actedAt, ...change }) =>
    actedAt === undefined || actedAt > now + MINUTE_MS || alarm.actions[change.state].length === 0
      ? change
      : { ...change, actedAt },
  );
};
