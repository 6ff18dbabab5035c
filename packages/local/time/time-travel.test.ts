import { describe, expect, it } from "vitest";
import { readScheduleExpression } from "./schedule-expression.ts";
import type { Schedule } from "./schedules.ts";
import { createTimeTravel, type Pace } from "./time-travel.ts";
import { startClock } from "./virtual-clock.ts";

const start = Date.parse("2026-11-02T10:30:00Z");

const aSchedule = (name: string, expression: string): Schedule => ({
  name,
  occurrences: readScheduleExpression({ expression, zone: "Europe/Stockholm", from: start }),
  targetArn: "arn",
  eventAt: (scheduled) => scheduled,
});

/** Travels to each instant in turn; gives what was fired, and what the clock said then. */
const travelled = async (schedules: readonly Schedule[], to: readonly string[], pace: Pace) => {
  const clock = startClock(start, () => 0);
  const fired: string[] = [];
  const travel = createTimeTravel({
    clock,
    schedules,
    zone: "Europe/Stockholm",
    fire: async ({ name }, scheduled) => {
      expect(clock.now()).toBe(scheduled);
      fired.push(`${name} ${new Date(scheduled).toISOString().slice(5, 16)}`);
    },
    settle: async () => {},
  });
  for (const instant of to) await travel.to(Date.parse(instant), pace);
  return fired;
};

describe("moving time by occurrence", () => {
  it("fires all schedules in the order of their times, and none twice", async () => {
    const schedules = [aSchedule("hourly", "cron(0 * * * ? *)"), aSchedule("half", "cron(30 12 * * ? *)")];
    const fired = await travelled(schedules, ["2026-11-02T11:00:00Z", "2026-11-02T12:00:00Z"], "occurrence");

    expect(fired).toEqual(["hourly 11-02T11:00", "half 11-02T11:30", "hourly 11-02T12:00"]);
  });
});

describe("moving time by day", () => {
  it.each([
    ["the first from eight on", "cron(0 * * * ? *)", ["11-02T11:00", "11-03T07:00", "11-04T07:00"]],
    ["the last of a day that has none from eight on", "cron(0 1-5 * * ? *)", ["11-03T04:00", "11-04T04:00"]],
    ["none on a day without one", "cron(0 9 ? * WED *)", ["11-04T08:00"]],
  ])("fires %s", async (_which, expression, expected) => {
    const fired = await travelled([aSchedule("s", expression)], ["2026-11-04T12:00:00Z"], "day");

    expect(fired).toEqual(expected.map((time) => `s ${time}`));
  });

  it("fires once on a day that is travelled through in two steps", async () => {
    const steps = ["2026-11-02T12:00:00Z", "2026-11-02T20:00:00Z"];

    expect(await travelled([aSchedule("s", "cron(0 * * * ? *)")], steps, "day")).toEqual(["s 11-02T11:00"]);
  });

  it("waits for eight when it stops before", async () => {
    const steps = ["2026-11-03T05:00:00Z", "2026-11-03T09:00:00Z"];

    expect(await travelled([aSchedule("s", "cron(0 * * * ? *)")], steps, "day")).toEqual([
      "s 11-02T11:00",
      "s 11-03T07:00",
    ]);
  });
});

describe("catching up", () => {
  it("fires what has fallen due while the clock went on by itself, once, and moves no time", async () => {
    let real = 0;
    const clock = startClock(start, () => real);
    const fired: Date[] = [];
    const travel = createTimeTravel({
      clock,
      schedules: [aSchedule("hourly", "cron(0 * * * ? *)")],
      zone: "UTC",
      fire: async (_schedule, scheduled) => void fired.push(new Date(scheduled)),
      settle: async () => {},
    });
    await travel.catchUp();
    real = 2 * 3_600_000;
    await travel.catchUp();
    await travel.catchUp();

    expect(fired.map((at) => at.toISOString().slice(11, 16))).toEqual(["11:00", "12:00"]);
    expect(clock.now()).toBe(start + real);
  });
});

describe("enduring", () => {
  it("goes on in steps, fires what falls due, and waits at each step for what fails to be tried", async () => {
    const clock = startClock(start, () => 0);
    const seen: string[] = [];
    const see = (what: string) => seen.push(`${what} ${new Date(clock.now()).toISOString().slice(11, 16)}`);
    const travel = createTimeTravel({
      clock,
      schedules: [aSchedule("hourly", "cron(0 * * * ? *)")],
      zone: "UTC",
      fire: async () => void see("fired"),
      settle: () => Promise.reject(new Error("it never settles")),
    });
    await travel.endure(Date.parse("2026-11-02T11:10:00Z"), 20 * 60_000, async () => void see("tried"));

    expect(seen).toEqual(["tried 10:30", "tried 10:50", "fired 11:00", "tried 11:00", "tried 11:10"]);
  });
});

describe("moving time back", () => {
  it("is refused", async () => {
    await expect(travelled([], ["2026-11-01T00:00:00Z"], "day")).rejects.toThrow(/forward/);
  });
});
