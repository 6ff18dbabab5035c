import {
  actInForceOn,
  type CivilDate,
  citationText,
  type LegalBasis,
  type Model,
  type Municipality,
  subAreaOf,
} from "@hemvist/rules";
import { type Delay, delaysIn } from "./delay.ts";
import { delayStatistics } from "./delay-statistics.ts";
import { type Fold, inOrderOf } from "./fold.ts";
import type { PublishedTable } from "./published.ts";
import { endText, reasonText } from "./reason-text.ts";
import type { ReportPeriod } from "./report-period.ts";

/** One line of the list that goes to IVO and the auditors: which decision, and not whom it concerns. */
export interface DelayedDecision {
  readonly administration: string;
  readonly decisionId: string;
  /** 34 kap. 1 § first or second paragraph, or 2 § where it was reported before and has been carried out. */
  readonly paragraph: "34:1 st 1" | "34:1 st 2" | "34:2";
  /** The intervention's own day of decision. */
  readonly decidedOn: CivilDate;
  readonly legalBasis: LegalBasis;
  /** As the Act in force on the day of decision has it, e.g. `12 kap. 1 § SoL (2025:400)`. */
  readonly citation: string;
  readonly intervention: string;
  readonly interruptedOn?: CivilDate;
  readonly reasonForDelay: string;
  readonly carriedOutOn?: CivilDate;
  /** If it ended for another reason than that it was carried out. */
  readonly endedOn?: CivilDate;
  readonly reasonForEnd?: string;
  readonly daysSinceDecision: number;
}

/** What 34 kap. 1-3 §§ SoL ask of each quarter. */
export interface NotCarriedOut {
  /** 1 and 2 §§: to IVO and the auditors, administration by administration. */
  readonly decisions: readonly DelayedDecision[];
  /** 3 §: to the city council; counts only. */
  readonly statistics: readonly PublishedTable[];
}

interface Scope {
  readonly period: ReportPeriod;
  readonly model: Model;
  readonly municipality: Municipality;
}

export const notCarriedOut = (scope: Scope): Fold<Delay, NotCarriedOut> => ({
  rowsOf: (record) => delaysIn(record, scope.period),
  figuresOf: (delays) => ({
    decisions: inOrderOf(
      delays.map((delay) => lineOf(delay, scope.model)),
      orderOf,
    ),
    statistics: delayStatistics(delays, scope),
  }),
});

function lineOf(delay: Delay, model: Model): DelayedDecision {
  const { administration, decisionId, decidedOn, legalBasis, kind, since } = delay;
  const { carriedOutOn, endedOn, endReason } = delay;
  return {
    administration,
    decisionId,
    paragraph: paragraphOf(delay),
    decidedOn,
    legalBasis,
    citation: citationOf(legalBasis, decidedOn),
    intervention: subAreaOf(model, delay.subArea).name,
    ...(kind === "interrupted" ? { interruptedOn: since } : {}),
    reasonForDelay: reasonText(delay.reason),
    ...(carriedOutOn ? { carriedOutOn } : {}),
    ...(endedOn && endReason ? { endedOn, reasonForEnd: endText(endReason) } : {}),
    daysSinceDecision: delay.daysSinceDecision,
  };
}

/**
 * > När socialnämnden har verkställt ett gynnande beslut som tidigare enligt 1 § har rapporterats som inte verkställt,
 * > ska nämnden anmäla det … Datum för verkställigheten ska då anges.
 * > SFS 2025:400 34 kap. 2 §
 */
function paragraphOf({ kind, reportedBefore, carriedOutOn }: Delay): DelayedDecision["paragraph"] {
  if (reportedBefore && carriedOutOn !== undefined) return "34:2";
  return kind === "interrupted" ? "34:1 st 2" : "34:1 st 1";
}

/** A decision names the Act that it was made under, also where the report comes under a later one. */
function citationOf(legalBasis: LegalBasis, decidedOn: CivilDate): string {
  const act = actInForceOn(decidedOn);
  return `${citationText({ legalBasis, act })} (${act.replace("SFS ", "")})`;
}

const orderOf = (line: DelayedDecision): string =>
  [line.administration, line.decidedOn, line.decisionId, line.intervention, line.interruptedOn ?? ""].join(
    " ",
  );
