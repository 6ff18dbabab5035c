import type { CaseRecord, FollowUpKind, HistoryEntry, Instant } from "@hemvist/casework";
import { type CivilDate, dateAfter, type Model } from "@hemvist/rules";
import { type PastRecord, recordAt } from "./as-it-was.ts";
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

/** How many items of a kind, and how many persons they concern; neither where the persons are fewer than five. */
interface AgendaCount {
  readonly kind: string;
  readonly count?: number;
  readonly people?: number;
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
    operativeGroup: itemsFor("operative-group", records, period).map(({ item }) => item),
    sob: {
      counts: countsOf(itemsFor("sob", records, period)),
      // "därefter ska översyn ske årligen": a year after it came into force with no new one in its place.
      ...(dueOn <= period.to ? { modelReviewDueOn: dueOn } : {}),
    },
  };
}

/** An item, and whom it concerns: who is for counting only. */
interface Gathered {
  readonly item: AgendaItem;
  readonly person: string;
}

type Told = Extract<HistoryEntry, { what: "follow-up-told" }>;

function itemsFor(
  level: Told["level"],
  records: readonly CaseRecord[],
  period: ReportPeriod,
): readonly Gathered[] {
  const items = records.flatMap((record) => {
    const past = recordAt(record, period.ends);
    const told = past.history.flatMap((entry) =>
      entry.what === "follow-up-told" && entry.level === level && entry.at >= period.starts ? [entry] : [],
    );
    return latestOfEach(told).map((entry) => ({
      item: itemOf(entry, past),
      person: past.personKey,
    }));
  });
  return items.sort((a, b) => (orderOf(a.item) < orderOf(b.item) ? -1 : 1));
}

/** What has been told several times is one item. */
const latestOfEach = (told: readonly Told[]): readonly Told[] => [
  ...new Map(told.map((entry) => [`${entry.kind} ${entry.about} ${entry.occurrence}`, entry])).values(),
];

const itemOf = (
  { kind, about, occurrence, at }: Told,
  { administration, decisionId, history }: PastRecord,
): AgendaItem => ({
  kind,
  administration,
  decisionId,
  about,
  dueOn: occurrence,
  toldAt: at,
  settled: history.some(
    (entry) =>
      entry.what === "follow-up-ended" && entry.kind === kind && entry.about === about && entry.at >= at,
  ),
});

const orderOf = ({ kind, administration, dueOn, about }: AgendaItem): string =>
  [kind, administration, dueOn, about].join(" ");

/** What climbs to SoB (casework's watches). Each is always there: that one is missing would tell that it is none. */
const kinds: readonly FollowUpKind[] = [
  "not-acknowledged",
  "not-answered",
  "not-started",
  "not-resumed",
  "proposal-unanswered",
  "revision-expected",
];

/** Without a total: it would tell a count that is left out. */
function countsOf(gathered: readonly Gathered[]): readonly AgendaCount[] {
  const ofKind = Map.groupBy(gathered, ({ item }) => item.kind);
  const others = [...ofKind.keys()].filter((kind) => kinds.every((each) => each !== kind));
  return [
    ...kinds.map((kind) => countOf(kind, ofKind.get(kind) ?? [])),
    ...others.map((kind) => countOf(kind, ofKind.get(kind) ?? [])).filter(({ count }) => count !== undefined),
  ];
}

function countOf(kind: string, gathered: readonly Gathered[]): AgendaCount {
  const people = new Set(gathered.map(({ person }) => person)).size;
  return people < fewest ? { kind } : { kind, count: gathered.length, people };
}
