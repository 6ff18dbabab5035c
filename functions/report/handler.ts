import { dynamoAllCases, s3Reports } from "@hemvist/adapters";
import { reportNames } from "@hemvist/figures";
import { count, instantOf, log, present, readSettings } from "@hemvist/runtime";
import { dueBy, issueReports, NoSuchReport, type Wanted, wanted } from "./issue-reports.ts";

const settings = readSettings({ TABLE_NAME: present, REPORTS_BUCKET: present });

const run = issueReports({
  all: dynamoAllCases(settings.TABLE_NAME),
  reports: s3Reports(settings.REPORTS_BUCKET),
});

/** The schedule says when its run is; whoever asks for one report says what time it is. There is no clock here. */
export type ReportEvent =
  | { readonly scheduledTime: string }
  | { readonly report: string; readonly period: string; readonly at: string };

export const handler = async (event: ReportEvent) => {
  const issued = await run(askedFor(event));
  for (const { report, period, outcome } of issued) log.info(`report ${outcome}`, { report, period });
  count("ReportsIssued", issued.filter(({ outcome }) => outcome === "issued").length);
  return issued;
};

function askedFor(event: ReportEvent): readonly Wanted[] {
  if ("scheduledTime" in event) return dueBy(instantIn(event.scheduledTime));
  const report = reportNames.find((name) => name === event.report);
  if (report === undefined) throw new NoSuchReport(`There are ${reportNames.join(", ")}`);
  return [wanted(report, { period: event.period, at: instantIn(event.at) })];
}

const instantIn = (time: string): string => {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw new NoSuchReport("at is an instant, such as 2027-01-04T05:00:00Z");
  return instantOf(milliseconds);
};
