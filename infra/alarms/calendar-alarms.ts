import { Duration } from "aws-cdk-lib";
import { largestBy } from "../constructs/alarm-metrics.ts";
import type { Explained } from "./explained.ts";

const hour = Duration.hours(1);
const signal = {
  severity: "signal",
  periods: 1,
  whoIsHurt: "No party.",
  owner: "operations",
  runbook: "who-to-call",
} as const;

/**
 * Outside 08 to 17 on a Swedish working day. follow-up counts it each hour. Without data no alarm waits: if follow-up
 * stands still, alarms ring at night too.
 */
export const quietHours: Explained = {
  ...signal,
  name: "quiet-hours",
  metric: largestBy("follow-up", "OutsideOfficeHours", hour),
  when: { above: 0 },
  whatHappened: "It is night, a weekend or a holiday.",
  whatToDo: "Nothing: it makes alarms wait for the next working morning.",
};

/** Two working days of nine hours. A message that is three days old has then waited for two working days. */
const twoWorkingDays = 18;

export const fewWorkingDays: Explained = {
  ...signal,
  name: "few-working-days",
  metric: largestBy("follow-up", "FewWorkingDays", hour),
  when: { above: 0 },
  whatHappened: `The last three days had fewer than ${twoWorkingDays} office hours.`,
  whatToDo: "Nothing: it makes the alarms on a party's silence wait over weekends and holidays.",
};
