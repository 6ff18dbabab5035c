import type { CaseRecord, HistoryEntry, Instant } from "@hemvist/casework";
import { type CivilDate, dateAfter, type Model } from "@hemvist/rules";
import { knownAt } from "./as-it-was.ts";
import type { ReportPeriod } from "./report-period.ts";
import { fewest } from "./suppression.ts";

/** One thing that had come to the operative collaboration group in the period: which decision, not whom. */
export interface AgendaItem {
  readonly kind: string;
  readonly administration: string;
  readonly decisionId: string;
  /** An assignment's id, or `decision`. */
  readonly about: string;
  readonly dueOn: CivilDate;
  readonly toldAt: Instant;
  /** Its reason was gone when the period ended. */
  readonly settled: boolean;
}

interface AgendaCount {
  readonly kind: string;
  /** Absent where there are fewer than five. */
  readonly count?: number;
}

export interface Agenda {
  readonly operativeGroup: readonly AgendaItem[];
  readonly sob: {
    readonly counts: readonly AgendaCount[];
    /** The day by which the model was to be reviewed, where that has passed. */
    readonly modelReviewDueOn?: CivilDate;
  };
}

/** What has climbed to the two groups in a period. */
export function agenda(
  records: readonly CaseRecord[],
  { period, model }: { readonly period: ReportPeriod; readonly model: Model },
): Agenda {
  const dueOn = dateAfter(model.validFrom, model.intervals["model-review"]);
  return {
    operativeGroup: itemsFor("operative-group", records, period),
    sob: {
      counts: countsOf(itemsFor("sob", records, period)),
      // "därefter ska översyn ske årligen": a year after it came into force with no new one in its place.
      ...(dueOn <= period.to ? { modelReviewDueOn: dueOn } : {}),
    },
  };
}

type Told = Extract<HistoryEntry, { what: "follow-up-told" }>;

function itemsFor(
  level: Told["level"],
  records: readonly CaseRecord[],
  period: ReportPeriod,
): readonly AgendaItem[] {
  const items = records.flatMap((record) => {
    const known = knownAt(record, period.ends);
    const told = known.flatMap((entry) =>
      entry.what === "follow-up-told" && entry.level === level && entry.at >= period.starts ? [entry] : [],
    );
    return latestOfEach(told).map((entry) => itemOf(entry, { record, known }));
  });
  return items.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** What has been told several times is one item. */
const latestOfEach = (told: readonly Told[]): readonly Told[] => [
  ...new Map(told.map((entry) => [`${entry.kind} ${entry.about} ${entry.occurrence}`, entry])).values(),
];

const itemOf = (
  { kind, about, occurrence, at }: Told,
  { record, known }: { readonly record: CaseRecord; readonly known: readonly HistoryEntry[] },
): AgendaItem => ({
  kind,
  administration: record.administration,
  decisionId: record.decisionId,
  about,
  dueOn: occurrence,
  toldAt: at,
  settled: known.some(
    (entry) =>
      entry.what === "follow-up-ended" && entry.kind === kind && entry.about === about && entry.at >= at,
  ),
});

const orderOf = ({ kind, administration, dueOn, about }: AgendaItem): string =>
  [kind, administration, dueOn, about].join(" ");

/** Without a total: it would tell a count that is left out. */
const countsOf = (items: readonly AgendaItem[]): readonly AgendaCount[] =>
  [...new Set(items.map(({ kind }) => kind))].map((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count < fewest ? { kind } : { kind, count };
  });
