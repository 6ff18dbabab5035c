import { type Municipality, modelInForceOn } from "@hemvist/rules";
import { accessCheck, type Checked } from "./access-check.ts";
import { accessMarkdown } from "./access-markdown.ts";
import { type Issue, issue, jsonFile, type ReportFile } from "./issue.ts";
import type { ReportPeriod } from "./report-period.ts";

/** The newest entry of a chain when the report was made. Later checks compare with it. */
interface Head {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The check of a week's accesses, for the person who answers for it. */
export function accessReport({
  municipality,
  period,
  heads,
  ...checked
}: Checked & {
  readonly municipality: Municipality;
  readonly period: ReportPeriod;
  readonly heads: readonly Head[];
}): Issue {
  const model = modelInForceOn(municipality, period.to);
  if (model === undefined) throw new Error(`No model was in force on ${period.to}`);
  const check = accessCheck(checked);
  const readers = "access-auditor" as const;
  const files: readonly ReportFile[] = [
    {
      name: "check.md",
      mediaType: "text/markdown; charset=utf-8",
      readers,
      body: accessMarkdown(check, { period, municipality }),
    },
    { ...jsonFile("check.json", { ...check, heads }), readers },
  ];
  return issue({ report: accessReportName, period, model: model.name, files, leftOut: 0, isMadeUp: false });
}

export const accessReportName = "access";
