import { describe, expect, it } from "vitest";
import { createEventSeries } from "./event-series.ts";
import { createMetricStore, type MetricQuery } from "./metric-store.ts";
import { readStatistic, type Statistic } from "./samples.ts";

const start = Date.parse("2026-11-02T09:00:00Z");
const after = (minutes: number): number => start + minutes * 60_000;
const metric = { namespace: "ours", name: "Seconds", dimensions: { service: "one", party: "two" } };

const asked = (more: Partial<MetricQuery>): MetricQuery => ({
  ...metric,
  statistic: "Sum",
  period: 60,
  from: start,
  to: after(60),
  ...more,
});

describe("what was measured", () => {
  const store = createMetricStore(() => after(60));
  store.record(metric, after(1), [1, 2, 3]);
  store.record(metric, after(4) + 59_999, [10]);
  store.record(metric, after(6), [4]);

  it.each([
    ["Sum", 16],
    ["Average", 4],
    ["Minimum", 1],
    ["Maximum", 10],
    ["SampleCount", 4],
    ["p50", 2],
    ["p75", 3],
    ["p99", 10],
  ] as const satisfies readonly (readonly [Statistic, number])[])(
    "is its %s in a period",
    (statistic, value) => {
      const points = store.points(asked({ statistic, period: 300 }));

      expect(points[0]).toEqual({ at: start, value });
    },
  );

  it("has no point for a period without data", () => {
    expect(store.points(asked({}))).toEqual([
      { at: after(1), value: 6 },
      { at: after(4), value: 10 },
      { at: after(6), value: 4 },
    ]);
  });

  it("is found by exactly its dimensions, in any order", () => {
    const count = (dimensions: Readonly<Record<string, string>>) =>
      store.points(asked({ dimensions })).length;

    expect(count({ party: "two", service: "one" })).toBe(3);
    expect([count({ service: "one" }), count({}), count({ service: "one", party: "other" })]).toEqual([
      0, 0, 0,
    ]);
  });

  it("is known by name", () => {
    expect(store.known()).toEqual([metric]);
  });
});

describe("what a gauge shows", () => {
  it("is the state at the end of each minute, until it changes", () => {
    const store = createMetricStore(() => after(6));
    store.show(metric, start, { shows: 0 });
    store.show(metric, after(2) + 100, { shows: 3 });
    store.show(metric, after(2) + 200, { shows: 2 });
    store.show(metric, after(4), { shows: 0 });

    const values = store.points(asked({ statistic: "Maximum" })).map(({ value }) => value);
    expect(values).toEqual([0, 0, 2, 2, 0, 0, 0]);
    expect(store.points(asked({ statistic: "Average", period: 300 }))[0]?.value).toBe(0.8);
  });

  it("grows by itself where it is an age", () => {
    const store = createMetricStore(() => after(600));
    store.show(metric, start, { since: start });

    const points = (statistic: Statistic) =>
      store.points(asked({ statistic, period: 3600 })).map(({ value }) => value);
    expect(points("Maximum")).toEqual([3600]);
    expect(points("Minimum")).toEqual([60]);
    expect(points("Average")).toEqual([1830]);
    expect(points("p50")).toEqual([1800]);
  });
});

describe("a series of many minutes", () => {
  it("gives up detail where it is old, as CloudWatch does, and keeps its sums", () => {
    const series = createEventSeries();
    const minutes = 100 * 24 * 60;
    for (let minute = 0; minute < minutes; minute += 1) series.add(minute, [1]);

    expect([...series.turns(0)].length).toBeLessThan(60_000);
    expect(series.between(0, minutes)?.sum).toBe(minutes);
    expect(series.between(minutes - 7, minutes)?.count).toBe(7);
  });
});

describe("a statistic", () => {
  it.each(["tm99", "p101", "IQM", ""])("that is not taught is refused: %s", (text) => {
    expect(() => readStatistic(text)).toThrow(/samples.ts/);
  });

  it.each(["Sum", "p99", "p99.9"])("is read: %s", (text) => {
    expect(readStatistic(text)).toBe(text);
  });
});
