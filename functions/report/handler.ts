import { dynamoItems, nobody, s3Reports, scanRead } from "@hemvist/adapters";
import { reportNames } from "@hemvist/figures";
import { instantOf } from "@hemvist/rules";
import {
  bucketName,
  count,
  log,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import { issueReports, standsIn } from "./issue-reports.ts";
import { dueBy, NoSuchReport, type Wanted, wanted } from "./wanted.ts";

const settings = readSettings({ TABLE_NAME: tableName, REPORTS_BUCKET: bucketName });

const reports = s3Reports(settings.REPORTS_BUCKET);

const run = issueReports({
  municipality: readMunicipality(),
  all: () => dynamoItems(settings.TABLE_NAME),
  reports,
  onUnreadable: ({ pk, error }) => {
    log.error("record unreadable, the figures leave it out", error, { decision: pk });
    count("RecordsUnreadable");
  },
});

/** The schedule says when its run is; whoever asks for one report says what time it is. There is no clock here. */
export type ReportEvent =
  | { readonly scheduledTime: string }
  | { readonly report: string; readonly period: string; readonly at: string };

const issue = async (event: ReportEvent) => {
  const issued = await run(await askedFor(event));
  for (const { report, period, outcome } of issued) log.info(`report ${outcome}`, { report, period });
  count("ReportsIssued", issued.filter(({ outcome }) => outcome === "issued").length);
  return issued;
};

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { scan: scanRead(settings.TABLE_NAME) },
    REPORTS_BUCKET: { reports: () => reports.find(nobody) },
  },
  handler: issue,
});

async function askedFor(event: ReportEvent): Promise<readonly Wanted[]> {
  if ("scheduledTime" in event) return dueBy(instantIn(event.scheduledTime), standsIn(reports));
  const report = reportNames.find((name) => name === event.report);
  if (report === undefined) throw new NoSuchReport(`There are ${reportNames.join(", ")}`);
  return [wanted(report, { period: event.period, at: instantIn(event.at) })];
}

const instantIn = (time: string): string => {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw new NoSuchReport("at is an instant, such as 2027-01-04T05:00:00Z");
  return instantOf(milliseconds);
};
