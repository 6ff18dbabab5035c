import type { CaseRecord } from "@hemvist/casework";
import { isTrial, type Model, type Municipality, modelInForceOn } from "@hemvist/rules";
import { agenda } from "./agenda.ts";
import { operativeAgenda, sobAgenda } from "./agenda-markdown.ts";
import { decisionsCsv, equalityCsv, tablesCsv } from "./csv.ts";
import { equality } from "./equality.ts";
import { type Flat, type Fold, type Folding, folding } from "./fold.ts";
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

interface How {
  readonly municipality: Municipality;
  readonly period: ReportPeriod;
  /** For tests only: hides cells one by one, so that an attacker finds some. */
  readonly hides?: Hides;
  /** The records are not the city's own: every file of the report says so. */
  readonly isMadeUp?: boolean;
}

/** A report under way. It takes what it needs of each record and keeps no record. */
export interface ReportUnderWay {
  /** Each record once, in any order. A report leaves out hemvist's own trial decisions. */
  add(record: CaseRecord): void;
  /** @param leftOut how many decisions were not added, since they could not be read */
  issue(leftOut?: number): Issue;
}

/** Begins a report. It can be issued when all records have been added. @throws Error for a period from before there was a model */
export function beginReport(
  report: ReportName,
  { municipality, period, hides, isMadeUp = false }: How,
): ReportUnderWay {
  const model = modelInForceOn(municipality, period.to);
  if (model === undefined) throw new Error(`No model was in force on ${period.to}`);
  const files = filesOf(report, { municipality, period, model, ...(hides && { hides }) });
  return {
    add: (record) => {
      if (!isTrial(record.administration)) files.add(record);
    },
    issue: (leftOut = 0) =>
      issue({ report, period, model: model.name, files: files.figures(), leftOut, isMadeUp }),
  };
}

/** A report over records that are at hand, or come one by one. */
export function reportOn(
  report: ReportName,
  { records, ...how }: How & { readonly records: Iterable<CaseRecord> },
): Issue {
  const underWay = beginReport(report, how);
  for (const record of records) underWay.add(record);
  return underWay.issue();
}

function filesOf(
  report: ReportName,
  scope: {
    readonly municipality: Municipality;
    readonly period: ReportPeriod;
    readonly model: Model;
    readonly hides?: Hides;
  },
): Folding<readonly ReportFile[]> {
  switch (report) {
    case "need-and-volume":
    case "week-40":
      return writing(needAndVolume(scope), ({ tables }) => [
        csvFile("tables.csv", tablesCsv(tables)),
        jsonFile("tables.json", tables),
      ]);
    case "not-carried-out":
      return writing(notCarriedOut(scope), ({ decisions, statistics }) => [
        { ...csvFile("decisions.csv", decisionsCsv(decisions)), readers: "ivo-and-auditors" },
        { ...jsonFile("decisions.json", decisions), readers: "ivo-and-auditors" },
        csvFile("statistics.csv", tablesCsv(statistics)),
        jsonFile("statistics.json", statistics),
      ]);
    case "equality":
      return writing(equality(scope), (figures) => [
        csvFile("measures.csv", equalityCsv(figures)),
        csvFile("returned-by-rule.csv", tablesCsv([figures.returnedByRule])),
        jsonFile("equality.json", figures),
        {
          name: "equality.svg",
          mediaType: "image/svg+xml",
          readers: "everyone",
          body: equalityPlot(figures, scope),
        },
      ]);
    case "agenda":
      return writing(agenda(scope), (gathered) => [
        { ...jsonFile("operative-group.json", gathered.operativeGroup), readers: "operative-group" },
        {
          ...markdownFile("operative-group.md", operativeAgenda(gathered, scope)),
          readers: "operative-group",
        },
        jsonFile("sob.json", gathered.sob),
        markdownFile("sob.md", sobAgenda(gathered, scope.period)),
      ]);
  }
}

/** A fold whose figures are written in files. */
const writing = <Row extends Flat<Row>, Figures>(
  { rowsOf, figuresOf }: Fold<Row, Figures>,
  filesFor: (figures: Figures) => readonly ReportFile[],
): Folding<readonly ReportFile[]> => folding({ rowsOf, figuresOf: (rows) => filesFor(figuresOf(rows)) });

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
