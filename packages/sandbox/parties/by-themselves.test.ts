import { describe, expect, it } from "vitest";
import { byThemselves } from "./by-themselves.ts";
import type { Task } from "./providers.ts";

const aTask = (changes: Partial<Task>): Task => ({
  assignmentId: "sf-centrum.SFC-1.1",
  provider: "kompetenscenter",
  number: 1,
  from: "2026-11-09",
  to: "2027-05-09",
  status: "requested",
  since: "2026-11-02T09:00:00Z",
  ...changes,
});

describe("a provider that acts by itself", () => {
  it.each([
    ["acknowledges at once", {}, "2026-11-02T09:00:00Z", "received"],
    ["waits with its answer", { status: "received" }, "2026-11-03T08:59:59Z", undefined],
    ["answers the day after", { status: "received" }, "2026-11-03T09:00:00Z", "accepted"],
    ["has no place for its second", { status: "received", number: 2 }, "2026-11-03T09:00:00Z", "rejected"],
    ["waits for the first day", { status: "accepted" }, "2026-11-08T22:59:00Z", undefined],
    ["begins on it, as Stockholm counts days", { status: "accepted" }, "2026-11-08T23:00:00Z", "in-progress"],
    ["has no news yet", { status: "in-progress" }, "2026-12-24T09:00:00Z", undefined],
    ["gives news within the quarter", { status: "in-progress" }, "2027-01-16T09:00:00Z", "in-progress"],
    ["is done on the last day", { status: "in-progress" }, "2027-05-09T09:00:00Z", "completed"],
    ["does nothing about what has ended", { status: "completed" }, "2027-05-09T09:00:00Z", undefined],
  ] as const)("%s", (_what, changes, now, expected) => {
    expect(byThemselves(now)(aTask(changes))?.status).toBe(expected);
  });
});
