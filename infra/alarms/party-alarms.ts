import { addresseesAmong, type Parties } from "@hemvist/rules";
import { Duration } from "aws-cdk-lib";
import { declared } from "../constructs/alarm-metrics.ts";
import { inAlarm } from "../constructs/composed-alarm.ts";
import { workingQueues } from "../queue-names.ts";
import type { Composed, Explained } from "./explained.ts";
import { readByParty } from "./queue-alarms.ts";

/** Makes the alarms on what a party leaves in its queues wait over weekends and holidays. */
const fewWorkingDays = "few-working-days";

/** Each party that leaves messages in its queues, once, whichever queues they are. */
export const partiesReadNothing = (parties: Parties): readonly Composed[] =>
  addresseesAmong(parties).map((party) => ({
    name: `${party}-reads-nothing`,
    severity: "notice",
    rule: workingQueues(parties)
      .filter((queue) => queue.party === party && readByParty(queue))
      .map(({ name }) => inAlarm(`${name}-old`))
      .join(" OR "),
    waitsFor: fewWorkingDays,
    about: party,
    whatHappened: `The system of ${party} has left a message in its queue for three days, two working days among them.`,
    whatToDo: `Call the people who run the system of ${party}. SQS erases a message after 14 days.`,
    whoIsHurt: `The persons whose messages wait: ${party} does not know of assignments, changes or answers.`,
    owner: "operations",
    runbook: "party-silent",
  }));

/** Ours: two working days of nine hours. */
const hoursOfSilence = 18;

/**
 * In office hours, follow-up counts those since the newest decision of each administration. It counts nothing for one that
 * has not sent any, so a new stage is not red.
 */
export const administrationsSilent = (parties: Parties): readonly Explained[] =>
  parties.administrations.map((party) => ({
    name: `${party}-sends-nothing`,
    metric: declared(
      "HoursWithoutDecision",
      { administration: party },
      { statistic: "Maximum", period: Duration.hours(1) },
    ),
    when: { above: hoursOfSilence },
    periods: 1,
    keepsWithoutData: true,
    severity: "notice",
    about: party,
    whatHappened: `No decision has come from ${party} for two working days.`,
    whatToDo: `Ask the people who run the case system of ${party} whether it sends, and what answers it gets.`,
    whoIsHurt: `The persons whose decisions ${party} has made meanwhile: no provider has their assignments.`,
    owner: "operations",
    runbook: "sf-quiet",
  }));
