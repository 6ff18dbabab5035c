import { allEnded } from "@hemvist/casework";
import { type ReportName, reportNames } from "@hemvist/figures";
import { instantOf, type Municipality } from "@hemvist/rules";
import { count, log, measure } from "@hemvist/runtime";
import { type Accesses, checkAccesses } from "./check-accesses.ts";
import { type Issued, issueReports, type Reports, type Stored, standsIn } from "./issue-reports.ts";
import { dueBy, NoSuchReport, type Wanted, wanted } from "./wanted.ts";

interface Ports {
  readonly municipality: Municipality;
  readonly all: () => AsyncIterable<Stored>;
  readonly reports: Reports;
  readonly accesses: Accesses;
}

/**
 * The schedule gives the time of its run. A person who asks for one report gives the time. There is no clock here.
 */
export type ReportEvent =
  | { readonly scheduledTime: string }
  | { readonly report: string; readonly period: string; readonly at: string };

/** Issues what is due, and checks the access log. Or issues the one report in the event. */
export function issuing({ municipality, all, reports, accesses }: Ports) {
  const check = checkAccesses({ municipality, accesses, reports });
  const issue = issueReports({
    municipality,
    all,
    reports,
    onUnreadable: ({ pk, error }) => {
      log.error("record unreadable, the figures leave it out", error, { correlationid: pk });
      count("RecordsUnreadable");
    },
  });

  return async (event: ReportEvent): Promise<readonly Issued[]> => {
    const scheduled = "scheduledTime" in event ? [instantIn(event.scheduledTime)] : [];
    const [figures, checks] = await allEnded([
      askedFor(event, reports).then(issue),
      allEnded(scheduled.map(check)),
    ]);
    const issued = [...figures, ...checks];
    for (const { report, period, outcome } of issued) log.info(`report ${outcome}`, { report, period });
    measure("ReportsIssued", issued.filter(({ outcome }) => outcome === "issued").length);
    return issued;
  };
}

async function askedFor(event: ReportEvent, reports: Reports): Promise<readonly Wanted[]> {
  if ("scheduledTime" in event) return dueBy(instantIn(event.scheduledTime), standsIn(reports));
  return [wanted(named(event.report), { period: event.period, at: instantIn(event.at) })];
}

function named(asked: string): ReportName {
  const report = reportNames.find((name) => name === asked);
  if (report === undefined) throw new NoSuchReport(`There are ${reportNames.join(", ")}`);
  return report;
}

const instantIn = (time: string): string => {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw new NoSuchReport("at is an instant, such as 2027-01-04T05:00:00Z");
  return instantOf(milliseconds);
};
