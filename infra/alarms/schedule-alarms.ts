import { Duration } from "aws-cdk-lib";
import { countedBy, largestBy, ofFunction, runsOf } from "../constructs/alarm-metrics.ts";
import { missedReports, missedRuns } from "../queue-names.ts";
import type { Explained } from "./explained.ts";

/** Lambda puts a run that failed three times into the queue of its schedule. */
const failedRunLost = ({
  name,
  queue,
  whoIsHurt,
  runbook,
}: {
  readonly name: string;
  readonly queue: string;
  readonly whoIsHurt: string;
  readonly runbook: string;
}): Explained => ({
  name: `${name}-failed-run-lost`,
  metric: ofFunction(name, { metricName: "DestinationDeliveryFailures", statistic: "Sum" }),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A run of ${name} failed three times, and Lambda could not put it into ${queue} either.`,
  whatToDo:
    "Find the error in the function's log. Then see whether the queue is there and its key is enabled.",
  whoIsHurt,
  owner: "operations",
  severity: "notice",
  runbook,
});

/** A scheduled run has not come, or failed for good. */
export const scheduleAlarms: readonly Explained[] = [
  failedRunLost({
    name: "follow-up",
    queue: missedRuns,
    whoIsHurt: "No party, if the next run goes well: it handles everything that is due.",
    runbook: "follow-up-silent",
  }),
  failedRunLost({
    name: "report",
    queue: missedReports,
    whoIsHurt: "The receivers of the reports, who get them later.",
    runbook: "reports",
  }),
  {
    name: "follow-up-silent",
    metric: runsOf("follow-up", Duration.hours(1)),
    when: { below: 1 },
    periods: 3,
    whatHappened: "Follow-up has not run for three hours, so no reminder and no notice goes out.",
    whatToDo:
      "See whether the schedule is enabled and what lies in follow-up-dlq. The next run handles everything that is due.",
    whoIsHurt: "SFs and providers get their reminders late. Outside office hours no party is affected.",
    owner: "operations",
    cause: "stands-still",
    runbook: "follow-up-silent",
  },
  {
    name: "follow-up-late",
    metric: largestBy("follow-up", "FollowUpHoursLate", Duration.hours(1)),
    when: { above: 9 },
    periods: 1,
    // follow-up does nothing at night, and counts nothing then.
    keepsWithoutData: true,
    whatHappened:
      "A follow-up has been due for more than a working day, and follow-up has not been able to do it.",
    whatToDo: "Find the decision in the log of follow-up (follow-up failed), and the error that stops it.",
    whoIsHurt: "The person in that decision: neither the SF nor the provider gets the reminder.",
    owner: "developers",
    severity: "notice",
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
    whoIsHurt:
      "The operative group, SoB and the city, who lack a report. In the first month of a quarter also IVO.",
    owner: "operations",
    severity: "notice",
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
    whoIsHurt: "The receivers of that report, who get it later.",
    owner: "operations",
    severity: "notice",
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
    whoIsHurt: "No person today. Decisions are judged by a model that SoB has not reviewed in time.",
    owner: "SoB secretary",
    severity: "notice",
    runbook: "model-review",
  },
];
