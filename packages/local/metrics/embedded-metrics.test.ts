import { describe, expect, it } from "vitest";
import { embeddedMetrics } from "./embedded-metrics.ts";

// Amazon CloudWatch User Guide, "Specification: Embedded metric format".
const at = Date.parse("2026-11-02T09:00:00Z");

const aLine = (directive: object, root: object): string =>
  JSON.stringify({ _aws: { Timestamp: at, CloudWatchMetrics: [directive] }, ...root });

const ours = {
  Namespace: "ours",
  Dimensions: [["service"]],
  Metrics: [{ Name: "time", Unit: "Milliseconds" }],
};

describe("a line in the embedded metric format", () => {
  it("gives its metric, at the line's own time", () => {
    expect(embeddedMetrics(aLine(ours, { service: "one", time: 100, requestId: "989ffbf8" }))).toEqual([
      { metric: { namespace: "ours", name: "time", dimensions: { service: "one" } }, at, values: [100] },
    ]);
  });

  it("gives a metric for each dimension set, the empty one too", () => {
    const line = aLine(
      { ...ours, Dimensions: [[], ["service"], ["service", "party"]] },
      { service: "one", party: "two", time: 1 },
    );

    expect(embeddedMetrics(line).map(({ metric }) => metric.dimensions)).toEqual([
      {},
      { service: "one" },
      { service: "one", party: "two" },
    ]);
  });

  it("may have several values of a metric, and several metrics", () => {
    const line = aLine(
      { ...ours, Metrics: [{ Name: "time" }, { Name: "size" }] },
      { service: "one", time: [1, 2], size: 3 },
    );

    expect(embeddedMetrics(line).map(({ metric, values }) => [metric.name, values])).toEqual([
      ["time", [1, 2]],
      ["size", [3]],
    ]);
  });

  it.each([
    ["a dimension that is not on the root", { time: 1 }],
    ["a dimension that is no text", { service: 1, time: 1 }],
    ["a metric that is not on the root", { service: "one" }],
    ["a metric that is no number", { service: "one", time: "1" }],
    ["a nested metric", { service: "one", nested: { time: 1 } }],
    ["more than a hundred values", { service: "one", time: Array.from({ length: 101 }, () => 1) }],
  ])("gives nothing for %s", (_which, root) => {
    expect(embeddedMetrics(aLine(ours, root))).toEqual([]);
  });

  it.each(['{"level":"INFO"}', "no JSON", '{"CloudWatchMetrics"', '{"_aws":{"CloudWatchMetrics":[]}}'])(
    "is not any other line: %s",
    (line) => {
      expect(embeddedMetrics(line)).toEqual([]);
    },
  );
});
