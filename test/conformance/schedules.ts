import { instantOf } from "@hemvist/rules";
import { functionHere } from "../../packages/local/functions/function-here.ts";
import type { Assembly } from "../../packages/local/templates/assembly.ts";
import { createResolver } from "../../packages/local/templates/resolver.ts";
import { fireSchedule } from "../../packages/local/time/schedule-firing.ts";
import { readSchedules } from "../../packages/local/time/schedules.ts";
import { createTimeTravel } from "../../packages/local/time/time-travel.ts";
import { startClock } from "../../packages/local/time/virtual-clock.ts";
import { everyHour } from "../simulation/platform/schedule.ts";
import { hour, virtualTime } from "../simulation/world/virtual-time.ts";
import { aSeed, noFaults } from "../support/undisturbed-run.ts";
import { began, ended, type OpenSchedule, type Run } from "./schedule-probe.ts";

/** The simulated schedule: what is chosen goes wrong with one run in two. */
export const openSimulatedSchedule: OpenSchedule = async ({ trouble } = {}) => {
  const time = virtualTime(Date.parse(began));
  const chance = aSeed();
  const runs: Run[] = [];
  const faults = { ...noFaults(), happens: (what: string) => what === trouble && chance.chance(0.5) };
  const until = Date.parse(ended);
  const invoke = (scheduled: string): void => void runs.push({ scheduled, at: instantOf(time.now()) });
  everyHour({ time, until, chance, faults, invoke });
  await time.run(until + 6 * hour);
  return runs;
};

const region = "eu-north-1";

/** The local run's schedule, declared as the template declares it. */
export const openLocalSchedule: OpenSchedule = async ({ fails = () => false } = {}) => {
  const schedule = {
    stack: "conformance",
    logicalId: "EveryHour",
    type: "AWS::Scheduler::Schedule",
    properties: {
      Name: "every-hour",
      ScheduleExpression: "cron(0 * * * ? *)",
      ScheduleExpressionTimezone: "Europe/Stockholm",
      Target: { Arn: "f", Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}' },
    },
  };
  const stack = {
    name: "conformance",
    region,
    resources: new Map([["EveryHour", schedule]]),
    parameters: {},
    outputs: {},
  };
  const assembly: Assembly = { stacks: [stack], assets: new Map() };
  const resolver = createResolver({ assembly, region, endpoint: "" });
  const clock = startClock(Date.parse(began));
  const runs: Run[] = [];
  const target = functionHere((event) => {
    const { scheduledTime } = event as { readonly scheduledTime: string };
    runs.push({ scheduled: scheduledTime, at: instantOf(clock.now()) });
    return Promise.resolve({ succeeded: !fails(runs.length), payload: "null" });
  });
  const functions = { behind: () => target };
  const travel = createTimeTravel({
    clock,
    schedules: readSchedules({ assembly, resolver, from: clock.now() }),
    zone: "UTC",
    fire: (due, scheduled) =>
      fireSchedule({ schedule: due, scheduled, functions, retryAfterMs: 1, onTrouble: () => {} }),
    settle: () => Promise.resolve(),
  });
  await travel.to(Date.parse(ended), "occurrence");
  return runs;
};
