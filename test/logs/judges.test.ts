import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { undeclaredIn } from "./declared-metrics.ts";
import { againstAws } from "./emf-as-aws-has-it.ts";
import { linesWithoutIds } from "./ids-of-lines.ts";
import { journeys } from "./written-by.ts";

const logged = (functionName: string, row: object) => ({
  functionName: `hemvist-${functionName}`,
  line: JSON.stringify(row),
});

/** A line of metrics as it should be, with some of it changed. */
function metrics(directive: object = {}, root: object = {}) {
  const right = {
    Namespace: "hemvist",
    Dimensions: [["administration"]],
    Metrics: [{ Name: "DecisionsReceived", Unit: "Count" }],
  };
  return logged("receive-decision", {
    _aws: { Timestamp: 1_793_610_000_123, CloudWatchMetrics: [{ ...right, ...directive }] },
    administration: "sf-centrum",
    DecisionsReceived: 1,
    ...root,
  });
}

describe("a line of the log", () => {
  const answered = { message: "request answered", function_request_id: "f", status: 200, resource: "/v1/x" };
  const known = { requestId: "r", correlationid: "sf-centrum.X" };

  it.each([
    ["all its ids", { ...answered, ...known }],
    ["a reason for its lack of a decision", { ...answered, requestId: "r", resource: "/v1/models" }],
    ["an invocation alone, which it is about", { message: "self-check passed", function_request_id: "f" }],
  ])("with %s is right", (_what, row) => {
    expect(linesWithoutIds([logged("read-case", row)])).toEqual([]);
  });

  it.each([
    ["no invocation", { ...answered, ...known, function_request_id: undefined }, "function_request_id"],
    ["no request", { ...answered, ...known, requestId: undefined }, "requestId"],
    ["no decision", { ...answered, requestId: "r" }, "correlationid"],
  ])("with %s is found", (_what, row, lacks) => {
    expect(linesWithoutIds([logged("read-case", row)])).toEqual([
      expect.stringContaining(`hemvist-read-case, no ${lacks}: `),
    ]);
  });

  it("that is no JSON is found", () => {
    const line = { functionName: "hemvist-report", line: "Are you using a Stream of unknown length?" };

    expect(linesWithoutIds([line])).toEqual([expect.stringContaining("no JSON")]);
  });

  it("is excused by the end of its unit of work, and of no other's", () => {
    const access = { message: "access logged", function_request_id: "f", requestId: "r" };
    const search = { ...answered, requestId: "r", resource: "/v1/person-searches" };

    expect(linesWithoutIds([access, search].map((row) => logged("read-case", row)))).toEqual([]);
    expect(
      linesWithoutIds([access, { ...search, requestId: "s" }].map((row) => logged("read-case", row))),
    ).toHaveLength(1);
  });
});

describe("a metric", () => {
  it("as the catalogue and AWS have it is right", () => {
    expect([undeclaredIn([metrics()], goteborg), againstAws([metrics()])]).toEqual([[], []]);
  });

  it.each([
    ["a name", metrics({ Metrics: [{ Name: "DecisionsSeen", Unit: "Count" }] })],
    ["a unit", metrics({ Metrics: [{ Name: "DecisionsReceived", Unit: "Seconds" }] })],
    ["a dimension", metrics({ Dimensions: [["administration"], ["provider"]] })],
    ["a set of dimensions", metrics({ Dimensions: [["administration", "area"]] })],
    ["a value", metrics({}, { administration: "sf-väster" })],
    ["a namespace", metrics({ Namespace: "hemvist-test" })],
  ])("with %s that is not declared is found", (_what, line) => {
    expect(undeclaredIn([line], goteborg)).toHaveLength(1);
  });

  it.each([
    ["without a time", logged("report", { _aws: { CloudWatchMetrics: [] } })],
    ["in a unit that CloudWatch lacks", metrics({ Metrics: [{ Name: "DecisionsReceived", Unit: "Days" }] })],
    ["without dimensions", metrics({ Dimensions: [] })],
    ["without a value", metrics({}, { DecisionsReceived: undefined })],
    ["with a text for a value", metrics({}, { DecisionsReceived: "1" })],
    ["with a hundred and one values", metrics({}, { DecisionsReceived: Array(101).fill(1) })],
    ["by a dimension without a value", metrics({}, { administration: undefined })],
  ])("%s is found by what AWS says of the format", (_what, line) => {
    expect(againstAws([line])).toHaveLength(1);
  });
});

describe("the journeys that write the metrics", () => {
  it.each(journeys)("%s exists", (journey) => {
    expect(existsSync(join(import.meta.dirname, "../journeys", `${journey}.test.ts`))).toBe(true);
  });
});
