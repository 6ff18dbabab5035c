import { Duration } from "aws-cdk-lib";

/** What hemvist promises of its own work, over 30 days (docs/slo.md). */
export interface Slo {
  readonly name: "answered" | "handed-on" | "followed-up";
  /** The function that measures it, and counts what it broke. */
  readonly service: "receive-decision" | "hand-off" | "follow-up";
  /** 100 for each event that kept the promise, and 0 for each that broke it. */
  readonly metricName: "DecisionAnsweredInTime" | "HandedOnInTime" | "FollowedUpInTime";
  /** What events that break the promise are called. */
  readonly late: string;
  /** Whom that hurts, and how. */
  readonly whoIsHurt: string;
}

export const slos: readonly Slo[] = [
  {
    name: "answered",
    service: "receive-decision",
    metricName: "DecisionAnsweredInTime",
    late: "Answers that take more than 2 seconds",
    whoIsHurt: "SFs' caseworkers wait for the answer to a decision. Their systems may send it again.",
  },
  {
    name: "handed-on",
    service: "hand-off",
    metricName: "HandedOnInTime",
    late: "Assignments that reach the provider's queue after more than a minute",
    whoIsHurt: "Providers get new assignments later than they should.",
  },
  {
    name: "followed-up",
    service: "follow-up",
    metricName: "FollowedUpInTime",
    late: "Follow-ups that come more than an hour after they are due",
    whoIsHurt: "SFs and providers get reminders and notices later than they should.",
  },
];

/** In per cent of all events. */
export const target = 99.9;

/** How fast the error budget is used up, and how long that must go on. */
export interface Burn {
  readonly name: "fast" | "slow" | "creeping";
  /** How many times faster than what uses up the budget in 30 days. */
  readonly rate: number;
  readonly long: Duration;
  /** A twelfth of the long one. */
  readonly short: Duration;
}

/**
 * > 14.4 over 1 hour and 5 minutes, 6 over 6 hours and 30 minutes, 1 over 3 days and 6 hours.
 * > Google, The Site Reliability Workbook, chapter 5, table 5-8 (https://sre.google/workbook/alerting-on-slos/)
 */
export const burns: readonly [Burn, Burn, Burn] = [
  { name: "fast", rate: 14.4, long: Duration.hours(1), short: Duration.minutes(5) },
  { name: "slow", rate: 6, long: Duration.hours(6), short: Duration.minutes(30) },
  { name: "creeping", rate: 1, long: Duration.days(3), short: Duration.hours(6) },
];

/** The share of kept promises, in per cent, below which the budget is used up that fast. */
export const shareAt = ({ rate }: Burn): number => Math.round(100 * (100 - rate * (100 - target))) / 100;

/**
 * Ours. A city has a few hundred decisions a day, so its budget is some nine a month, and one late answer at night is all
 * that the night has. The workbook's windows alone would ring for it.
 */
export const fewestBroken = 3;

/**
 * Ours. The workbook asks for one short window. Where an event comes every ten minutes, most short windows are clean
 * although the fault goes on, and the alarm would ring for each broken promise anew.
 */
export const shortWindows = 6;
