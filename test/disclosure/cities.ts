import type { CaseRecord } from "@hemvist/casework";
import { periodOf, type ReportName, reportOn } from "@hemvist/figures";
import type { Hides } from "../../packages/figures/suppression.ts";
import { livedUntil } from "../../packages/sandbox/synthetic/lives.ts";
import { syntheticCity } from "../../packages/sandbox/synthetic/synthetic-city.ts";
import { goteborg } from "../support/goteborg.ts";
import { type Figure, type FoundReport, figuresIn } from "./published.ts";

export interface City {
  readonly decisions: number;
  readonly seed: number;
}

/** From a city that may publish hardly anything, to one that may publish nearly all. */
export const cities = (count: number): readonly City[] =>
  Array.from({ length: count }, (_, index) => ({
    decisions: [80, 160, 320, 640, 1000, 1500, 2000, 3000][index % 8] ?? 80,
    seed: 1890 + index,
  }));

const quarters = ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4", "2027Q1", "2027Q2"];

/** All that is published of a city over so many quarters, by the reports that are asked for with each of them. */
export function publishedOf(
  { decisions, seed }: City,
  { periods, hides }: { readonly periods: number; readonly hides?: Hides },
): readonly Figure[] {
  const happenings = syntheticCity(decisions, seed);
  const found = quarters.slice(-periods).flatMap((quarter) => {
    // A report shows what was known when its period ended, so those of a quarter can be worked out at its end.
    const recordsOf = recordsUntil(happenings);
    return reportsOf(quarter).map(({ report, name }): FoundReport => {
      const period = periodOf(report, name);
      if (period === undefined) throw new Error(`${report} has no period ${name}`);
      return reportOn(report, {
        municipality: goteborg,
        records: recordsOf(period.ends),
        period,
        ...(hides && { hides }),
      });
    });
  });
  return figuresIn(found);
}

function recordsUntil(happenings: ReturnType<typeof syntheticCity>) {
  let known: { readonly until: string; readonly records: readonly CaseRecord[] } | undefined;
  return (ends: string) => {
    if (known === undefined || ends > known.until)
      known = { until: ends, records: [...livedUntil(ends, { happenings, municipality: goteborg })] };
    return known.records;
  };
}

function reportsOf(quarter: string): readonly { readonly report: ReportName; readonly name: string }[] {
  const [year = "", number = ""] = quarter.split("Q");
  const months = [-2, -1, 0].map((before) => String(Number(number) * 3 + before).padStart(2, "0"));
  return [
    { report: "not-carried-out", name: quarter },
    { report: "need-and-volume", name: quarter },
    { report: "equality", name: quarter },
    ...(number === "3" ? [{ report: "week-40" as const, name: `${year}W40` }] : []),
    ...months.map((month) => ({ report: "agenda" as const, name: `${year}-${month}` })),
  ];
}
