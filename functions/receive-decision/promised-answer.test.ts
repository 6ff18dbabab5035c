import type { HttpRequest } from "@hemvist/runtime";
import { describe, expect, it } from "vitest";
import { callerAs } from "../../test/support/a-caller.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { inTime } from "./promised-answer.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

const requestAfter = (ms: number): HttpRequest => ({
  caller: callerAs("sf-centrum"),
  parameters: {},
  body: {},
  receivedAt: "2026-11-02T09:00:00Z",
  requestId: "request-1",
  elapsed: () => ms,
  baseUrl: "https://api.example/prod",
});

describe("an answer to a decision", () => {
  it.each([
    ["on the limit", 2000, { DecisionAnsweredInTime: 100 }],
    ["just over it", 2001, { DecisionAnsweredInTime: 0, PromisesBroken: 1 }],
  ])("%s, in milliseconds: its time, and whether it was in time", async (_when, ms, kept) => {
    await inTime(() => Promise.resolve({ status: 202, body: {} }))(requestAfter(ms));

    expect(lines()).toMatchObject([{ TimeToAnswer: ms, administration: "sf-centrum" }, kept]);
  });

  it("that did not come is none in time, and the fault goes on", async () => {
    const failing = inTime(() => Promise.reject(new Error("out")));

    await expect(failing(requestAfter(10))).rejects.toThrow("out");
    expect(lines()).toMatchObject([{ DecisionAnsweredInTime: 0, PromisesBroken: 1 }]);
  });
});
