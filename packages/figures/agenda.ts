import type { CaseRecord, FollowUpKind, HistoryEntry, Instant } from "@hemvist/casework";
import { type CivilDate, dateAfter, type Model } from "@hemvist/rules";
import { type PastRecord, recordAt } from "./as-it-was.ts";
import { type Fold, inOrderOf } from "./fold.ts";
import type { ReportPeriod } from "./report-period.ts";
import { fewest } from "./suppression.ts";

/**
 * One thing that had come to the operative collaboration group in the period. It names the decision, not the person.
 */
export interface AgendaItem {
  readonly kind: FollowUpKind;
  readonly administration: string;
  readonly decisionId: string;
  /** An assignment's id, or `decision`. */
  readonly about: string;
  readonly dueOn: CivilDate;
  readonly toldAt: Instant;
  /** Its reason was gone when the period ended. */
  readonly settled: boolean;
}

/** How many items of a kind, and how many persons they concern. Neither if they are fewer than five persons. */
interface AgendaCount {
  readonly kind: FollowUpKind;
  readonly count?: number;
  readonly people?: number;
}

export interface Agenda {
  readonly operativeGroup: readonly AgendaItem[];
  readonly sob: {
    readonly counts: readonly AgendaCount[];
    /** The day by which SoB should have reviewed the model, if it has passed. */
    readonly modelReviewDueOn?: CivilDate;
  };
}

/** What has climbed to the two groups in a period. */
export const agenda = ({
  period,
  model,
}: {
  readonly period: ReportPeriod;
  readonly model: Model;
}): Fold<Climbed, Agenda> => ({
  rowsOf: (record) => climbedIn(record, period),
  figuresOf: (climbed) => {
    const dueOn = dateAfter(model.validFrom, model.intervals["model-review"]);
    const inOrder = inOrderOf(climbed, orderOf);
    return {
      operativeGroup: inOrder.filter(({ level }) => level === "operative-group").map(itemOf),
      sob: {
        counts: countsOf(inOrder.filter(({ level }) => level === "sob")),
        // "därefter ska översyn ske årligen": a year after it came into force with no new one in its place.
        ...(dueOn <= period.to ? { modelReviewDueOn: dueOn } : {}),
      },
    };
  },
});

/** An item, the group that it climbed to, and the person that it concerns. The person is only for counting. */
interface Climbed extends AgendaItem {
  readonly level: Told["level"];
  readonly person: string;
}

type Told = Extract<HistoryEntry, { what: "follow-up-told" }>;

function climbedIn(record: CaseRecord, period: ReportPeriod): readonly Climbed[] {
  const past = recordAt(record, period.ends);
  const told = past.history.flatMap((entry) =>
    entry.what === "follow-up-told" && groups.includes(entry.level) && entry.at >= period.starts
      ? [entry]
      : [],
  );
  return latestOfEach(told).map((entry) => climbedBy(entry, past));
}

const groups: readonly Told["level"][] = ["operative-group", "sob"];

/** A thing with several notices is one item. */
const latestOfEach = (told: readonly Told[]): readonly Told[] => [
  ...new Map(
    told.map((entry) => [`${entry.level} ${entry.kind} ${entry.about} ${entry.occurrence}`, entry]),
  ).values(),
];

const climbedBy = (
  { level, kind, about, occurrence, at }: Told,
  { administration, decisionId, personKey, history }: PastRecord,
): Climbed => ({
  level,
  person: personKey,
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

const itemOf = ({ level: _level, person: _person, ...item }: Climbed): AgendaItem => item;

const orderOf = ({ kind, administration, dueOn, about }: AgendaItem): string =>
  [kind, administration, dueOn, about].join(" ");

/** What climbs to SoB (casework's watches). Each kind is always there, because a missing one would reveal a zero. */
const kinds: readonly FollowUpKind[] = [
  "not-acknowledged",
  "not-answered",
  "not-started",
  "not-resumed",
  "proposal-unanswered",
  "revision-expected",
];

/** Without a total, because it would reveal a hidden count. */
function countsOf(climbed: readonly Climbed[]): readonly AgendaCount[] {
  const ofKind = Map.groupBy(climbed, ({ kind }) => kind);
  const others = [...ofKind].filter(([kind]) => !kinds.includes(kind));
  return [
    ...kinds.map((kind) => countOf(kind, ofKind.get(kind) ?? [])),
    ...others.map(([kind, items]) => countOf(kind, items)).filter(({ count }) => count !== undefined),
  ];
}

function countOf(kind: FollowUpKind, climbed: readonly Climbed[]): AgendaCount {
  const people = new Set(climbed.map(({ person }) => person)).size;
  return people < fewest ? { kind } : { kind, count: climbed.length, people };
}
