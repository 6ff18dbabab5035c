import { Duration } from "aws-cdk-lib";
import { countedBy, ofFunction, runsOf, setAsideBy } from "../constructs/alarm-metrics.ts";
import type { Explained } from "./explained.ts";

/** The messages of stored decisions do not reach the parties, or not all of them. */
export const handOffAlarms: readonly Explained[] = [
  {
    name: "hand-off-silent",
    // Follow-up writes to the table every hour, so the stream has something every hour.
    metric: runsOf("hand-off", Duration.hours(1)),
    when: { below: 1 },
    periods: 3,
    whatHappened: "Hand-off has not run for three hours, although follow-up writes to the table every hour.",
    whatToDo:
      "See whether the stream's event source mapping is enabled. The stream keeps a record for 24 hours only.",
    whoIsHurt: "Providers and SFs get nothing. What is older than 24 hours is lost to the stream.",
    owner: "operations",
    cause: "hand-off-stopped",
    // Without follow-up's heartbeat hand-off has nothing to do.
    unless: "follow-up-silent",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-behind",
    metric: ofFunction("hand-off", { metricName: "IteratorAge", statistic: "Maximum" }),
    when: { above: Duration.minutes(15).toMilliseconds() },
    periods: 2,
    whatHappened: "Messages of stored decisions have waited for hand-off for more than 15 minutes.",
    whatToDo: "See whether hand-off, KMS or SQS fails. Lambda sets a record aside after 22 hours.",
    whoIsHurt: "Providers wait for assignments, changes and cancellations, and SFs for answers.",
    owner: "operations",
    cause: "stands-still",
    runbook: "stream-behind",
  },
  {
    // After 22 hours Lambda sets records aside. Ten hours are left to mend it.
    name: "hand-off-far-behind",
    metric: ofFunction("hand-off", { metricName: "IteratorAge", statistic: "Maximum" }),
    when: { above: Duration.hours(12).toMilliseconds() },
    periods: 2,
    whatHappened: "Messages of stored decisions have waited for hand-off for more than twelve hours.",
    whatToDo: "Mend it now: after 22 hours Lambda sets records aside, and after 24 the stream has lost them.",
    whoIsHurt: "Providers have had no assignment, change or cancellation for twelve hours.",
    owner: "operations",
    cause: "hand-off-stopped",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-incomplete",
    metric: countedBy("hand-off", "HandOffsIncomplete"),
    when: { above: 0 },
    periods: 1,
    whatHappened:
      "Hand-off could not send all of a batch. Lambda tries again until the records are 22 hours old.",
    whatToDo: "Find what fails in the function's log, and mend that.",
    whoIsHurt: "The parties whose messages did not go out. Lambda tries again.",
    owner: "operations",
    cause: "fails",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-records-set-aside",
    metric: countedBy("hand-off", "RecordsSetAside"),
    when: { above: 0 },
    periods: 1,
    whatHappened: "Hand-off set records aside: it cannot read them, or a queue is stuck until you mend it.",
    whatToDo: "Mend the cause, then send them again with hemvist ops redrive.",
    whoIsHurt:
      "The persons whose messages lie there: their provider knows nothing until you send them again.",
    owner: "operations",
    cause: "fails",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-lost-records",
    metric: ofFunction("hand-off", { metricName: "DestinationDeliveryFailures", statistic: "Sum" }),
    when: { above: 0 },
    periods: 1,
    whatHappened: "Lambda could not put a failed record in its S3 bucket either. Only the table has it now.",
    whatToDo: "Send the messages again from the table, which has each decision's newest version.",
    whoIsHurt: "The persons in those decisions: no message tells their provider of a change.",
    owner: "operations",
    cause: "hand-off-stopped",
    runbook: "stream-behind",
  },
  {
    name: "hand-off-sent-messages-not-kept",
    metric: countedBy("hand-off", "SentMessagesNotKept"),
    when: { above: 0 },
    periods: 1,
    whatHappened:
      "hand-off sent messages, but the table that remembers them did not take all. A replay would lack them.",
    whatToDo: "Find the reason in the function's log and mend it. Note the time window, for later replays.",
    whoIsHurt: "A party that later asks for a replay of that time: it would lack those messages.",
    owner: "operations",
    cause: "fails",
    runbook: "stream-behind",
  },
];

/** Stands beside the mapping, in its own stack: the mapping's id changes when a restored table takes its place. */
export const setAsideByStream = (eventSourceMappingId: string): Explained => ({
  name: "hand-off-set-aside",
  metric: setAsideBy(eventSourceMappingId),
  when: { above: 0 },
  periods: 1,
  whatHappened: "Records that hand-off could not send for 22 hours lie in the bucket for failed records.",
  whatToDo:
    "Mend the cause, then send them again with hemvist ops redrive. The decisions are whole in the table.",
  whoIsHurt: "The persons whose messages lie there: their provider has known nothing for 22 hours.",
  owner: "operations",
  cause: "hand-off-stopped",
  runbook: "stream-behind",
});
