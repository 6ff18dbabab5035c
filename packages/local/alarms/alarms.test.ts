import { describe, expect, it } from "vitest";
import type { Metric } from "../metrics/metric.ts";
import { createMetricStore, type MetricStore } from "../metrics/metric-store.ts";
import { readAlarmRule } from "./alarm-rule.ts";
import { judgeAlarms } from "./alarms.ts";
import type { CompositeAlarm, DeclaredAlarm, MetricAlarm } from "./declared-alarms.ts";

const madeAt = Date.parse("2026-11-02T09:00:00Z");
const after = (minutes: number): number => madeAt + minutes * 60_000;
const metric: Metric = { namespace: "ours", name: "Failures", dimensions: { service: "one" } };

const anAlarm = (more: Partial<MetricAlarm> = {}): MetricAlarm => ({
  kind: "metric",
  name: "failing",
  description: "",
  tags: {},
  actions: { ALARM: ["topic"], OK: ["topic"], INSUFFICIENT_DATA: [] },
  metric,
  statistic: "Sum",
  period: 300,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  threshold: 0,
  comparison: "GreaterThanThreshold",
  missingData: "notBreaching",
  ...more,
});

/** The changes of the last alarm, in minutes since all began. */
const changesOf = (
  alarms: readonly DeclaredAlarm[],
  measure: (store: MetricStore) => void,
  until = after(24 * 60),
) => {
  const store = createMetricStore(() => until);
  measure(store);
  const changes = judgeAlarms({ alarms, store, madeAt, now: until }).at(-1)?.changes ?? [];
  return changes.map((change) => `${(change.at - madeAt) / 60_000} ${change.state}`);
};

describe("an alarm on a count", () => {
  it("goes off the minute after, and is over when the last point has left its evaluation range", () => {
    // One of one, in periods of five minutes: CloudWatch looks back three of them, and takes the newest point there is.
    expect(changesOf([anAlarm()], (store) => store.record(metric, after(10), [1]))).toEqual([
      "1 OK",
      "11 ALARM",
      "26 OK",
    ]);
  });

  it("is over at once when a good point follows", () => {
    const changes = changesOf([anAlarm()], (store) => {
      store.record(metric, after(10), [1]);
      store.record(metric, after(17), [0]);
    });
    expect(changes).toEqual(["1 OK", "11 ALARM", "18 OK"]);
  });

  it("waits for as many points as it needs", () => {
    const changes = changesOf([anAlarm({ evaluationPeriods: 2, datapointsToAlarm: 2 })], (store) => {
      store.record(metric, after(10), [1]);
      store.record(metric, after(15), [1]);
    });
    expect(changes).toEqual(["1 OK", "16 ALARM", "31 OK"]);
  });

  it("is not confused by the same name with other dimensions", () => {
    const other = { ...metric, dimensions: { service: "two" } };
    expect(changesOf([anAlarm()], (store) => store.record(other, after(10), [1]))).toEqual(["1 OK"]);
  });
});

describe("an alarm on silence", () => {
  const silent = anAlarm({
    name: "silent",
    statistic: "Sum",
    period: 3600,
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    threshold: 1,
    comparison: "LessThanThreshold",
    missingData: "breaching",
  });

  it("needs the whole evaluation range to be silent: two periods more than it counts", () => {
    expect(changesOf([silent], (store) => store.record(metric, madeAt, [1]))).toEqual(["1 OK", "301 ALARM"]);
  });

  it("goes off with the first evaluation where nothing ever ran", () => {
    expect(changesOf([silent], () => {})).toEqual(["1 ALARM"]);
  });
});

describe("an alarm on the age of what waits", () => {
  const old = anAlarm({ name: "old", statistic: "Maximum", threshold: 3 * 3600 });

  it("goes off when the age has passed, and is over when the queue is empty", () => {
    const changes = changesOf([old], (store) => {
      store.show(metric, after(30), { since: after(30) });
      store.show(metric, after(400), { shows: 0 });
    });
    expect(changes).toEqual(["1 OK", "211 ALARM", "405 OK"]);
  });

  it("looks at a few minutes only, however long the message lies", () => {
    const months = after(90 * 24 * 60);
    const changes = changesOf([old], (store) => store.show(metric, madeAt, { since: madeAt }), months);
    expect(changes).toEqual(["1 OK", "181 ALARM"]);
  });
});

describe("an alarm on a metric of DynamoDB", () => {
  it("ignores missing data, as the template's reader says of its namespace", () => {
    const changes = changesOf([anAlarm({ missingData: "ignore" })], (store) =>
      store.record(metric, after(10), [1]),
    );
    expect(changes).toEqual(["11 ALARM"]);
  });
});

describe("a composite alarm", () => {
  const both: CompositeAlarm = {
    kind: "composite",
    name: "both",
    description: "",
    tags: {},
    actions: { ALARM: ["topic"], OK: [], INSUFFICIENT_DATA: [] },
    rule: readAlarmRule("ALARM(failing) AND NOT ALARM(known)"),
  };
  const known = anAlarm({ name: "known", metric: { ...metric, name: "Known" } });

  it("follows the alarms that its rule names", () => {
    const changes = changesOf([anAlarm(), known, both], (store) => {
      store.record(metric, after(10), [1]);
      store.record({ ...metric, name: "Known" }, after(14), [1]);
    });
    expect(changes).toEqual(["0 OK", "11 ALARM", "15 OK"]);
  });

  it("acts only on a state that has actions", () => {
    const store = createMetricStore(() => after(60));
    store.record(metric, after(10), [1]);
    const [, , history] = judgeAlarms({ alarms: [anAlarm(), known, both], store, madeAt, now: after(60) });

    expect(history?.changes.map(({ state, actedAt }) => [state, actedAt])).toEqual([
      ["OK", undefined],
      ["ALARM", after(11)],
      ["OK", undefined],
    ]);
  });
});
