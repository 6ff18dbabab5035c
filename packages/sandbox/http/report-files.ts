import { beginReport, type ReportName, type ReportPeriod } from "@hemvist/figures";
import type { RunningSystem } from "@hemvist/local";
import { issuerOf } from "./issuer.ts";
import { storedRecords } from "./stored-records.ts";

/** The files of a report over what is stored now, by name. */
export async function reportFiles(
  system: Pick<RunningSystem, "clientFor" | "variablesOf">,
  { report, period }: { readonly report: ReportName; readonly period: ReportPeriod },
): Promise<Readonly<Record<string, string>>> {
  const { municipality } = issuerOf(system);
  const begun = beginReport(report, { municipality, period });
  let leftOut = 0;
  for await (const { record } of storedRecords(system)) {
    if (record === undefined) leftOut += 1;
    else begun.add(record);
  }
  return Object.fromEntries(begun.issue(leftOut).files.map(({ name, body }) => [name, body]));
}
