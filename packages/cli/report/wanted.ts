import { periodOf, type ReportName, type ReportPeriod } from "@hemvist/figures";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import { Refusal } from "../voice/refusal.ts";

export interface Wanted {
  readonly report: ReportName;
  readonly period: ReportPeriod;
}

/** The reports to write. @throws Refusal if there is none, or no such period */
export function wantedBy(given: Given): readonly Wanted[] {
  const [quarter, year] = [given.value(flags.quarter), given.value(flags.week40)];
  const asked: readonly (readonly [ReportName, string | undefined])[] = [
    ["not-carried-out", quarter],
    ["need-and-volume", quarter],
    ["week-40", year === undefined ? undefined : `${year}W40`],
    ["equality", given.value(flags.equality)],
    ["agenda", given.value(flags.agenda)],
  ];
  const wanted = asked.flatMap(([report, name]) => {
    if (name === undefined) return [];
    const period = periodOf(report, name);
    if (period === undefined)
      throw new Refusal({
        sv: `${name} är ingen period för ${report}.`,
        en: `${name} is no period for ${report}.`,
      });
    return [{ report, period }];
  });
  if (wanted.length === 0)
    throw new Refusal({
      sv: "Ange vilken rapport du vill ha: --quarter, --week-40, --equality eller --agenda.",
      en: "Say which report you want: --quarter, --week-40, --equality or --agenda.",
    });
  return wanted;
}
