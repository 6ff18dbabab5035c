import { assignmentStatuses, isOpen } from "@hemvist/casework";
import { addMonths, type CivilDate, legalBases, type Model, type Municipality } from "@hemvist/rules";
import { assignmentsAt, type PastAssignment } from "./as-it-was.ts";
import type { Fold } from "./fold.ts";
import { type PublishedTable, published } from "./published.ts";
import type { ReportPeriod } from "./report-period.ts";
import type { Hides } from "./suppression.ts";
import { type Column, tabulate } from "./table.ts";

/** How many persons and assignments, by administration and one thing more at a time. */
export interface NeedAndVolume {
  readonly tables: readonly PublishedTable[];
}

/**
 * The assignments that were open when the period ended.
 *
 * Not those that ended within it: a reader could work out their number from two successive periods, because what is
 * open now is open in the next. The report on equality says how assignments end.
 *
 * > Den så kallade v.40-mätningen kommer även fortsättningsvis vara basen för identifikation av behov av insatser.
 * > Slutrapport 2024-01-12, 2.1.5
 */
export const needAndVolume = ({
  municipality,
  period,
  model,
  hides,
}: Scope): Fold<OpenAssignment, NeedAndVolume> => ({
  rowsOf: (record) => assignmentsAt(record, period.ends).filter(isOpen).map(withoutItsPast),
  figuresOf: (open) => ({
    tables: divisions(period, { model, municipality }).map(({ name, columns, columnOf }) =>
      published(
        name,
        tabulate(
          open.map((assignment) => ({
            row: assignment.administration,
            column: columnOf(assignment),
            person: assignment.personKey,
          })),
          { rows: model.administrations, columns },
        ),
        hides,
      ),
    ),
  }),
});

interface Scope {
  readonly municipality: Municipality;
  readonly period: ReportPeriod;
  readonly model: Model;
  readonly hides?: Hides;
}

type OpenAssignment = Pick<
  PastAssignment,
  "administration" | "personKey" | "legalBasis" | "subArea" | "status" | "decidedOn"
>;

const withoutItsPast = ({
  administration,
  personKey,
  legalBasis,
  subArea,
  status,
  decidedOn,
}: PastAssignment): OpenAssignment => ({
  administration,
  personKey,
  legalBasis,
  subArea,
  status,
  decidedOn,
});

interface Division {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly columnOf: (assignment: OpenAssignment) => string;
}

const divisions = (
  period: ReportPeriod,
  { model: { subAreas }, municipality }: { readonly model: Model; readonly municipality: Municipality },
): readonly Division[] => [
  {
    name: "legal-basis",
    columns: legalBases.map((code) => ({ code })),
    columnOf: ({ legalBasis }) => legalBasis,
  },
  {
    name: "sub-area",
    columns: byArea(subAreas),
    columnOf: ({ subArea }) => subArea,
  },
  {
    name: "status",
    columns: openStatuses.map((code) => ({ code })),
    columnOf: ({ status }) => status,
  },
  {
    name: "time-since-decision",
    columns: bandColumns(period.to, municipality),
    columnOf: ({ decidedOn }) => bandOf(decidedOn, period.to),
  },
];

/** The last column is hidden first (suppression.ts). So the areas with most assignments come first. */
const byArea = (subAreas: Model["subAreas"]): readonly Column[] =>
  [...new Set(subAreas.map(({ area }) => area))]
    .reverse()
    .flatMap((area) => subAreas.filter((each) => each.area === area))
    .map(({ code, area }) => ({ code, group: area }));

const openStatuses = assignmentStatuses.filter((status) => isOpen({ status }));

/** Ours: how long ago the decision was made. The three months are the law's, the three years the model's. */
const bands = [
  { code: "under-3-months", months: 3 },
  { code: "3-to-6-months", months: 6 },
  { code: "6-to-12-months", months: 12 },
  { code: "1-to-2-years", months: 24 },
  { code: "2-to-3-years", months: 36 },
];

const beyondAll = "over-3-years";

/** The band that a decision made on a day is in on another. */
export const bandOf = (decidedOn: CivilDate, on: CivilDate): string =>
  bands.find(({ months }) => addMonths(decidedOn, months) > on)?.code ?? beyondAll;

/**
 * The bands that a decision can be in on a day. No decision is older than the first model, because it would have been
 * returned. A reader knows that such a band is empty.
 */
export function bandColumns(on: CivilDate, { models }: Municipality): readonly Column[] {
  const codes = [...bands.map(({ code }) => code), beyondAll];
  const oldest = bandOf(models[0]?.validFrom ?? on, on);
  return codes.slice(0, codes.indexOf(oldest) + 1).map((code) => ({ code }));
}
