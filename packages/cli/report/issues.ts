import { beginReport, type Issue } from "@hemvist/figures";
import { municipality } from "@hemvist/operations/municipality";
import { type Happening, livedUntil } from "@hemvist/sandbox/synthetic";
import type { Wanted } from "./wanted.ts";

/** Makes each record, adds it to the reports on its period, and keeps it no longer. */
export function issuesOf(wanted: readonly Wanted[], happenings: readonly Happening[]): readonly Issue[] {
  const begun = wanted.map(({ report, period }) => ({
    ends: period.ends,
    report: beginReport(report, { municipality, period, isMadeUp: true }),
  }));
  for (const [ends, together] of Map.groupBy(begun, (each) => each.ends))
    for (const record of livedUntil(ends, { happenings, municipality }))
      for (const { report } of together) report.add(record);
  return begun.map(({ report }) => report.issue());
}
