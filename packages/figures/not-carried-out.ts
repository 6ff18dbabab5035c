import type { CaseRecord } from "@hemvist/casework";
import { type CivilDate, type LegalBasis, type Model, subAreaOf } from "@hemvist/rules";
import { type Delay, delaysIn } from "./delay.ts";
import { bandColumns, bandOf } from "./need-and-volume.ts";
import { type PublishedTable, published } from "./published.ts";
import { reasonText } from "./reason-text.ts";
import type { ReportPeriod } from "./report-period.ts";
import { tabulate } from "./table.ts";

/** One line of the list that goes to IVO and the auditors: which decision, and not whom it concerns. */
export interface DelayedDecision {
  readonly administration: string;
  readonly decisionId: string;
  /** 34 kap. 1 § first or second paragraph, or 2 § where it was reported before and is carried out now. */
  readonly paragraph: "34:1 st 1" | "34:1 st 2" | "34:2";
  readonly decidedOn: CivilDate;
  readonly legalBasis: LegalBasis;
  readonly intervention: string;
  readonly interruptedOn?: CivilDate;
  readonly reasonForDelay: string;
  readonly carriedOutOn?: CivilDate;
  readonly daysSinceDecision: number;
}

/** What 34 kap. 1-3 §§ SoL ask of each quarter. */
export interface NotCarriedOut {
  /** 1 and 2 §§: to IVO and the auditors, administration by administration. */
  readonly decisions: readonly DelayedDecision[];
  /** 3 §: to the city council; counts only. */
  readonly statistics: readonly PublishedTable[];
}

export function notCarriedOut(
  records: readonly CaseRecord[],
  { period, model }: { readonly period: ReportPeriod; readonly model: Model },
): NotCarriedOut {
  const delays = delaysIn(records, period);
  const still = delays.filter(({ carriedOutOn }) => carriedOutOn === undefined);
  return {
    decisions: delays.map((delay) => lineOf(delay, { period, model })).sort(byDecision),
    statistics: (["never-begun", "interrupted"] as const).flatMap((kind) =>
      statisticsOf(
        still.filter((delay) => delay.kind === kind),
        { kind, period, model },
      ),
    ),
  };
}

function lineOf(
  delay: Delay,
  { period, model }: { readonly period: ReportPeriod; readonly model: Model },
): DelayedDecision {
  const { record, kind, since, lateFrom, carriedOutOn, legalBasis, daysSinceDecision } = delay;
  const reportedBefore = lateFrom < period.from;
  const under = kind === "interrupted" ? "34:1 st 2" : "34:1 st 1";
  const subArea = model.subAreas.find(({ code }) => code === delay.subArea);
  return {
    administration: record.administration,
    decisionId: record.decisionId,
    paragraph: reportedBefore && carriedOutOn !== undefined ? "34:2" : under,
    decidedOn: record.standing?.decision.decidedOn ?? since,
    legalBasis,
    intervention: subArea ? subAreaOf(model, subArea.code).name : delay.subArea,
    ...(kind === "interrupted" ? { interruptedOn: since } : {}),
    reasonForDelay: reasonText(delay.reason),
    ...(carriedOutOn ? { carriedOutOn } : {}),
    daysSinceDecision,
  };
}

const byDecision = (a: DelayedDecision, b: DelayedDecision): number => (orderOf(a) < orderOf(b) ? -1 : 1);
const orderOf = ({ administration, decidedOn, decisionId, intervention }: DelayedDecision): string =>
  [administration, decidedOn, decisionId, intervention].join(" ");

/** How many, of which type, and how long since the decision. Each intervention of a decision counts by itself. */
function statisticsOf(
  delays: readonly Delay[],
  {
    kind,
    period,
    model,
  }: { readonly kind: Delay["kind"]; readonly period: ReportPeriod; readonly model: Model },
): readonly PublishedTable[] {
  const tableOf = (columnOf: (delay: Delay) => string, columns: readonly { readonly code: string }[]) =>
    tabulate(
      delays.map((delay) => ({
        row: delay.record.administration,
        column: columnOf(delay),
        person: delay.record.personKey,
      })),
      { rows: model.administrations, columns },
    );
  return [
    published(
      `${kind}-by-type`,
      tableOf(
        ({ subArea }) => subArea,
        model.subAreas.map(({ code, area }) => ({ code, group: area })),
      ),
    ),
    published(
      `${kind}-by-time-since-decision`,
      tableOf(
        ({ record }) => bandOf(record.standing?.decision.decidedOn ?? period.to, period.to),
        bandColumns,
      ),
    ),
  ];
}
