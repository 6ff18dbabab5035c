export { type Issue, issue, manifestName, placeOf, type ReportFile } from "./issue.ts";
export {
  lastMonthBefore,
  lastQuarterBefore,
  lastWeek40Before,
  type ReportPeriod,
} from "./report-period.ts";
export { periodOf, type ReportName, reportNames, reportOn } from "./reports.ts";
