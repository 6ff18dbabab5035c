import type { CaseRecord } from "@hemvist/casework";
import { type Model, modelInForceOn } from "@hemvist/rules";
import { agenda } from "./agenda.ts";
import { operativeAgenda, sobAgenda } from "./agenda-markdown.ts";
import { decisionsCsv, equalityCsv, tablesCsv } from "./csv.ts";
import { equality } from "./equality.ts";
import { type Issue, issue, jsonFile, type ReportFile } from "./issue.ts";
import { needAndVolume } from "./need-and-volume.ts";
import { notCarriedOut } from "./not-carried-out.ts";
import { equalityPlot } from "./plot.ts";
import { monthNamed, quarterNamed, type ReportPeriod, weekNamed } from "./report-period.ts";
import type { Hides } from "./suppression.ts";

export const reportNames = ["need-and-volume", "week-40", "not-carried-out", "equality", "agenda"] as const;
export type ReportName = (typeof reportNames)[number];

/** The period that a report can be asked for by this name, or undefined: a quarter, a month, or a week 40. */
export function periodOf(report: ReportName, name: string): ReportPeriod | undefined {
  switch (report) {
    case "need-and-volume":
    case "not-carried-out":
    case "equality":
      return quarterNamed(name);
    case "week-40":
      return name.endsWith("W40") ? weekNamed(name) : undefined;
    case "agenda":
      return monthNamed(name);
  }
}

interface Over {
  readonly records: readonly CaseRecord[];
  readonly period: ReportPeriod;
  /** How many decisions are not among the records, since they could not be read. */
  readonly leftOut?: number;
  /** For tests only: what an attacker finds where cells are hidden one by one. */
  readonly hides?: Hides;
  /** The records are not the city's own: every file of the report says so. */
  readonly isMadeUp?: boolean;
}

/** A report over all records, ready to be issued. @throws Error for a period from before there was a model */
export function reportOn(report: ReportName, { records, period, hides, ...how }: Over): Issue {
  const model = modelInForceOn(period.to);
  if (model === undefined) throw new Error(`No model was in force on ${period.to}`);
  const inOrder = records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const files = filesOf(report, { records: inOrder, period, model, ...(hides && { hides }) });
  return issue({ report, period, model: model.name, files, ...how });
}

/** The store gives them in no order; the same input gives the same bytes. */
const keyOf = ({ administration, decisionId }: CaseRecord): string => `${administration} ${decisionId}`;

function filesOf(
  report: ReportName,
  {
    records,
    ...scope
  }: {
    readonly records: readonly CaseRecord[];
    readonly period: ReportPeriod;
    readonly model: Model;
    readonly hides?: Hides;
  },
): readonly ReportFile[] {
  switch (report) {
    case "need-and-volume":
    case "week-40": {
      const { tables } = needAndVolume(records, scope);
      return [csvFile("tables.csv", tablesCsv(tables)), jsonFile("tables.json", tables)];
    }
    case "not-carried-out": {
      const { decisions, statistics } = notCarriedOut(records, scope);
      return [
        { ...csvFile("decisions.csv", decisionsCsv(decisions)), readers: "ivo-and-auditors" },
        { ...jsonFile("decisions.json", decisions), readers: "ivo-and-auditors" },
        csvFile("statistics.csv", tablesCsv(statistics)),
        jsonFile("statistics.json", statistics),
      ];
    }
    case "equality": {
      const figures = equality(records, scope);
      return [
        csvFile("measures.csv", equalityCsv(figures)),
        csvFile("returned-by-rule.csv", tablesCsv([figures.returnedByRule])),
        jsonFile("equality.json", figures),
        {
          name: "equality.svg",
          mediaType: "image/svg+xml",
          readers: "everyone",
          body: equalityPlot(figures, scope.period),
        },
      ];
    }
    case "agenda": {
      const gathered = agenda(records, scope);
      return [
        { ...jsonFile("operative-group.json", gathered.operativeGroup), readers: "operative-group" },
        {
          ...markdownFile("operative-group.md", operativeAgenda(gathered, scope.period)),
          readers: "operative-group",
        },
        jsonFile("sob.json", gathered.sob),
        markdownFile("sob.md", sobAgenda(gathered, scope.period)),
      ];
    }
  }
}

const csvFile = (name: string, body: string): ReportFile => ({
  name,
  mediaType: "text/csv; charset=utf-8",
  readers: "everyone",
  body,
});

const markdownFile = (name: string, body: string): ReportFile => ({
  name,
  mediaType: "text/markdown; charset=utf-8",
  readers: "everyone",
  body,
});
