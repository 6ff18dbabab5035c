export { type LoggedAccess, usual } from "./access-check.ts";
export { accessReport, accessReportName } from "./access-report.ts";
export { type Issue, manifestName, placeOf } from "./issue.ts";
export { reasonText } from "./reason-text.ts";
export {
  lastMonths,
  lastQuarters,
  lastWeeks,
  lastWeeks40,
  type ReportPeriod,
} from "./report-period.ts";
export {
  beginReport,
  periodOf,
  type ReportName,
  type ReportUnderWay,
  reportNames,
  reportOn,
} from "./reports.ts";
export { administrationNamed, wordFor } from "./words.ts";
