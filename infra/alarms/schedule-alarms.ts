import { Duration } from "aws-cdk-lib";
import { countedBy, ofFunction, runsOf } from "../constructs/alarm-metrics.ts";
import { missedReports, missedRuns } from "../queue-names.ts";
import type { Explained } from "./explained.ts";

/** Lambda puts a run that failed three times into the queue of its schedule. */
const failedRunLost = ({
  name,
  queue,
  runbook,
}: {
  readonly name: string;
  readonly queue: string;
  readonly runbook: string;
}): Explained => ({
  name: `${name}-failed-run-lost`,
  metric: ofFunction(name, { metricName: "DestinationDeliveryFailures", statistic: "Sum" }),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A run of ${name} failed three times, and Lambda could not put it into ${queue} either.`,
  whatToDo:
    "Find the error in the function's log. Then see whether the queue is there and its key is enabled.",
  runbook,
});

/** A scheduled run has not come, or failed for good. */
export const scheduleAlarms: readonly Explained[] = [
  failedRunLost({ name: "follow-up", queue: missedRuns, runbook: "follow-up-silent" }),
  failedRunLost({ name: "report", queue: missedReports, runbook: "reports" }),
  {
    name: "follow-up-silent",
    metric: runsOf("follow-up", Duration.hours(1)),
    when: { below: 1 },
    periods: 3,
    whatHappened: "Follow-up has not run for three hours, so no reminder and no notice goes out.",
    whatToDo:
      "See whether the schedule is enabled and what lies in follow-up-dlq. The next run handles everything that is due.",
    runbook: "follow-up-silent",
  },
  {
    name: "reports-silent",
    // It runs twice a week, on Mondays and Thursdays. CloudWatch looks back seven days at most, and the week in which
    // summer time ends is an hour longer. With one run a week, this alarm would go off each October.
    metric: runsOf("report", Duration.days(1)),
    when: { below: 1 },
    periods: 5,
    whatHappened: "report has not run for five days, so no report whose period is over is issued.",
    whatToDo:
      "See whether the schedule is enabled and what lies in report-dlq. The next run issues what is missing.",
    runbook: "reports",
  },
  {
    name: "reports-failed",
    metric: ofFunction("report", { metricName: "Errors", statistic: "Sum", period: Duration.hours(1) }),
    when: { above: 0 },
    periods: 1,
    whatHappened: "A report could not be issued. Issued reports stand, and nothing in them has changed.",
    whatToDo:
      "Find the error by its function_request_id in the function's log. You can repeat a run at any time.",
    runbook: "reports",
  },
  {
    name: "model-review-overdue",
    // Only on the first of each month. An alarm on the state itself would be red until SoB has met.
    metric: countedBy("follow-up", "ModelReviewReminders", Duration.days(1)),
    when: { above: 0 },
    periods: 1,
    whatHappened:
      "More than a year has passed since the governance model in force began to hold, and SoB has not revised it.",
    whatToDo:
      "Tell SoB's secretary that the review is due. The alarm goes off on the first of each month until a newer model is deployed.",
    runbook: "model-review",
  },
];
