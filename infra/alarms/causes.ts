import { alarmName } from "../constructs/alarm-texts.ts";
import { anyOf, inAlarm } from "../constructs/composed-alarm.ts";
import type { Composed, Explained } from "./explained.ts";

/** A cause's rule is: any alarm that names it. */
type Cause = Omit<Composed, "rule">;

/**
 * A cause sends once, however many alarms it sets off. So when KMS does not answer, the person on duty is called once
 * and not once for each function. The mail names the alarms that are red.
 */
const fails: Cause = {
  name: "fails",
  severity: "working-hours",
  whatHappened:
    "Something in hemvist fails: a function, a message that it handles, or a queue that it sends to.",
  whatToDo:
    "See which of its alarms are red. Several at once have one cause, mostly KMS, a role or a deployment.",
  whoIsHurt:
    "SFs and providers wait for answers and assignments. Nothing is lost yet: senders, SQS and the stream try again.",
  owner: "operations",
  runbook: "function-errors",
};

/** It waits while `fails` is on: what fails stands still soon, and the person on duty knows already. */
const standsStill: Cause = {
  name: "stands-still",
  severity: "working-hours",
  waitsFor: "not-now",
  whatHappened: "Work of hemvist's waits although nothing fails: messages, the stream, or follow-up.",
  whatToDo: "See which of its alarms are red. Mostly an event source mapping or a schedule is disabled.",
  whoIsHurt: "SFs have no answer, or providers have no assignments, for as long as it stands still.",
  owner: "operations",
  runbook: "stands-still",
};

/** The stream keeps a record for 24 hours, and a weekend is longer. So it rings at any hour. */
const handOffStopped: Cause = {
  name: "hand-off-stopped",
  severity: "page",
  whatHappened:
    "Hand-off sends nothing, or loses what it should send. The stream forgets a record after 24 hours.",
  whatToDo: "See whether the stream's event source mapping is enabled, then whether hand-off fails.",
  whoIsHurt:
    "Providers do not get assignments, changes and cancellations. After 24 hours some are lost for good.",
  owner: "operations",
  runbook: "stream-behind",
};

const notNow: Composed = {
  name: "not-now",
  severity: "signal",
  rule: anyOf(["quiet-hours", "fails"]),
  whatHappened: "It is night or a day off, or hemvist-fails has called already.",
  whatToDo: "Nothing: it makes other alarms wait.",
  whoIsHurt: "No party.",
  owner: "operations",
  runbook: "who-to-call",
};

/** The composed alarms on causes, with the rules that these alarms give them. Each may name those before it. */
export const causesOf = (alarms: readonly Explained[]): readonly Composed[] => [
  ...[fails, handOffStopped].map((cause) => withRule(cause, alarms)),
  notNow,
  withRule(standsStill, alarms),
];

const withRule = (cause: Cause, alarms: readonly Explained[]): Composed => ({
  ...cause,
  rule: alarms
    .filter((alarm) => "cause" in alarm && alarm.cause === cause.name)
    .map(({ name, unless }) =>
      unless === undefined ? inAlarm(name) : `(${inAlarm(name)} AND NOT ${inAlarm(unless)})`,
    )
    .join(" OR "),
});

/** How loud an alarm is: by itself, or by its cause. */
export const severityIn = (composed: readonly Composed[]) => {
  const causes = [fails, handOffStopped, standsStill, ...composed];
  return (alarm: Explained) => {
    if (!("cause" in alarm)) return alarm.severity;
    const cause = causes.find(({ name }) => name === alarm.cause);
    if (cause === undefined) throw new Error(`${alarmName(alarm)} names a cause that does not exist`);
    return cause.severity;
  };
};
