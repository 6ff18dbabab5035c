import { Duration } from "aws-cdk-lib";
import { countedBy, ofFunction, runsOf } from "../constructs/alarm-metrics.ts";
import type { Explained } from "./explained.ts";

/** What the calendar should have brought has not come. */
export const scheduleAlarms: readonly Explained[] = [
  {
    name: "follow-up-silent",
    metric: runsOf("follow-up", Duration.hours(1)),
    when: { below: 1 },
    periods: 3,
    whatHappened: "Follow-up has not run for three hours, so nobody hears of what falls due.",
    whatToDo:
      "See whether the schedule is enabled and what lies in follow-up-dlq; the next run makes good for all.",
    runbook: "follow-up-silent",
  },
  {
    name: "reports-silent",
    // Twice a week, on Mondays and Thursdays. CloudWatch looks back seven days at most, and a week with the end of
    // summer time is an hour longer: of one run a week, this would say each October that it is missing.
    metric: runsOf("report", Duration.days(1)),
    when: { below: 1 },
    periods: 5,
    whatHappened: "No report has been looked for in five days, so none that has come to its end is issued.",
    whatToDo:
      "See whether the schedule is enabled and what lies in report-dlq; the next run makes good for all.",
    runbook: "reports",
  },
  {
    name: "reports-failed",
    metric: ofFunction("report", { metricName: "Errors", statistic: "Sum", period: Duration.hours(1) }),
    when: { above: 0 },
    periods: 1,
    whatHappened: "A report could not be issued. What was issued before stands; nothing of it is changed.",
    whatToDo:
      "Find the error by its function_request_id in the function's log; a run can be repeated at any time.",
    runbook: "reports",
  },
  {
    name: "model-review-overdue",
    // On the first of each month only. A state that lasts until SoB has met would be red from the first day on.
    metric: countedBy("follow-up", "ModelReviewReminders", Duration.days(1)),
    when: { above: 0 },
    periods: 1,
    whatHappened:
      "More than a year has passed since the governance model in force began to hold, and SoB has not revised it.",
    whatToDo:
      "Tell SoB's secretary: the review is due. The alarm sounds on the first of each month until a newer model is deployed.",
    runbook: "model-review",
  },
];
