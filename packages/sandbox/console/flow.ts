import { type CaseRecord, correlationIdOf, type Instant } from "@hemvist/casework";
import { isTrial, type Municipality, partiesOf } from "@hemvist/rules";
import { happeningsOf } from "./life.ts";
import type { Flow, Happening, Series, Step, StepTime } from "./shown.ts";
import { partyNamed } from "./words.ts";

/** How often each rule did not hold in a revision that was returned. */
const findingsOf = (records: readonly CaseRecord[]): Flow["findings"] =>
  [
    ...Map.groupBy(
      records.flatMap(({ history }) =>
        history.flatMap((entry) => (entry.what === "revision-returned" ? entry.rules : [])),
      ),
      (rule) => rule,
    ),
  ]
    .map(([rule, { length }]) => ({ rule, count: length }))
    .toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));

/** When an assignment came to each step, as far as it has come. */
interface Way {
  readonly requested: Instant;
  readonly handedOn?: Instant;
  readonly acknowledged?: Instant;
  readonly accepted?: Instant;
  readonly begun?: Instant;
  readonly ended?: Instant;
  readonly rejected?: Instant;
  readonly cancelled?: Instant;
}

type Point = keyof Way;

const forward = [
  ["requested", "Beställda"],
  ["handedOn", "Överlämnade"],
  ["acknowledged", "Kvitterade"],
  ["accepted", "Antagna"],
  ["begun", "Påbörjade"],
  ["ended", "Avslutade"],
] as const satisfies readonly (readonly [Point, string])[];

const aside = [
  ["rejected", "Avböjda"],
  ["cancelled", "Avbeställda"],
] as const satisfies readonly (readonly [Point, string])[];

/** How many happenings the page shows. */
const latestShown = 10;

/** Points in a chart. A person cannot distinguish more than this. */
const mostPoints = 400;

export interface FlowSources {
  readonly records: readonly CaseRecord[];
  /** When each assignment was put on its provider's queue. */
  readonly deliveredAt: ReadonlyMap<string, Instant>;
  readonly now: Instant;
  readonly municipality: Municipality;
}

/** The way of all decisions, from received to ended. hemvist's own trial decisions are in no figure. */
export function flowOf(sources: FlowSources): Flow {
  const { now, municipality } = sources;
  const records = sources.records.filter(({ administration }) => !isTrial(administration));
  const ways = records.flatMap((record) => waysOf(record, sources));
  return {
    now,
    steps: stepsOf(records, sources),
    byAdministration: partiesOf(municipality).administrations.map((code) => ({
      name: partyNamed(code, municipality),
      steps: stepsOf(
        records.filter(({ administration }) => administration === code),
        sources,
      ),
    })),
    findings: findingsOf(records),
    times: timesOf(ways),
    soFar: soFarOf(records, ways, now),
    latest: latestOf(records, municipality),
  };
}

export const latestOf = (records: readonly CaseRecord[], municipality: Municipality): readonly Happening[] =>
  records
    .flatMap((record) => happeningsOf(record, municipality))
    .toSorted((a, b) => (a.at === b.at ? b.version - a.version : a.at < b.at ? 1 : -1))
    .slice(0, latestShown);

function stepsOf(records: readonly CaseRecord[], sources: FlowSources): readonly Step[] {
  const ways = records.flatMap((record) => waysOf(record, sources));
  const step = (name: string, count: number, more: Partial<Step> = {}): Step => ({
    name,
    counts: "assignments",
    count,
    isAside: false,
    ...more,
  });
  const ofDecisions = { counts: "decisions" } as const;
  const came = (point: Point): number => ways.filter((way) => way[point] !== undefined).length;
  return [
    step("Mottagna", records.length, ofDecisions),
    step("Fördelade", records.filter(({ standing }) => standing !== undefined).length, ofDecisions),
    step("Återlämnade", records.filter(({ returned }) => returned !== undefined).length, {
      ...ofDecisions,
      isAside: true,
    }),
    ...forward.map(([point, name]) => step(name, came(point))),
    ...aside.map(([point, name]) => step(name, came(point), { isAside: true })),
  ];
}

function waysOf({ history, assignments }: CaseRecord, { deliveredAt }: FlowSources): readonly Way[] {
  return assignments.map(({ assignmentId, requestedAt, begunAt }) => {
    const reports = history.flatMap((entry) =>
      entry.what === "progress-reported" && entry.assignmentId === assignmentId ? [entry] : [],
    );
    const first = (...statuses: readonly string[]): Instant | undefined =>
      reports.find(({ status }) => statuses.includes(status))?.at;
    const cancelled = history.findLast(
      (entry) => entry.what === "assignment-cancelled" && entry.assignmentId === assignmentId,
    );
    return {
      requested: requestedAt,
      ...at("handedOn", deliveredAt.get(assignmentId)),
      ...at("acknowledged", reports[0]?.at),
      ...at("accepted", first("accepted")),
      ...at("begun", begunAt === undefined ? undefined : first("in-progress")),
      ...at("ended", first("completed", "failed")),
      ...at("rejected", first("rejected")),
      ...at("cancelled", cancelled?.at),
    };
  });
}

const at = (point: Point, instant: Instant | undefined): Partial<Way> =>
  instant === undefined ? {} : { [point]: instant };

const between = [
  ["Från beställning till överlämning", "requested", "handedOn"],
  ["Från överlämning till kvittens", "handedOn", "acknowledged"],
  ["Från kvittens till ja-svar", "acknowledged", "accepted"],
  ["Från ja-svar till start", "accepted", "begun"],
  ["Från start till slut", "begun", "ended"],
] as const;

const timesOf = (ways: readonly Way[]): readonly StepTime[] =>
  between.map(([name, from, to]) => {
    const took = ways.flatMap((way) => elapsed(way[from], way[to])).toSorted((a, b) => a - b);
    return { name, count: took.length, medianMs: quantile(took, 0.5), ninetyMs: quantile(took, 0.9) };
  });

function elapsed(from: Instant | undefined, to: Instant | undefined): readonly number[] {
  if (from === undefined || to === undefined) return [];
  return [Math.max(0, Date.parse(to) - Date.parse(from))];
}

/** The value that so large a part is not above. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

function soFarOf(records: readonly CaseRecord[], ways: readonly Way[], now: Instant): readonly Series[] {
  const came = (point: Point): readonly Instant[] => ways.flatMap((way) => way[point] ?? []);
  const received = records.flatMap(({ history }) => history[0]?.at ?? []).toSorted();
  const [first = now] = received;
  const series = (label: string, instants: readonly Instant[]): Series => ({
    label,
    points: counted(instants, { first, now }),
  });
  return [
    series("Beslut mottagna", received),
    series("Uppdrag överlämnade", came("handedOn")),
    series("Uppdrag påbörjade", came("begun")),
    series("Uppdrag avslutade", came("ended")),
  ];
}

/** How many there have been: none before the first decision, more at each instant at which one came, and as many now. */
function counted(
  instants: readonly Instant[],
  { first, now }: { readonly first: Instant; readonly now: Instant },
): Series["points"] {
  const seconds = instants.map(secondOf).toSorted((a, b) => a - b);
  const counts = new Map([[secondOf(first) - 1, 0]]);
  for (const [index, second] of seconds.entries()) counts.set(second, index + 1);
  counts.set(secondOf(now), seconds.length);
  const points = [...counts];
  const every = Math.ceil(points.length / mostPoints);
  return points.filter((_, index) => index % every === 0 || index === points.length - 1);
}

const secondOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

export const decisionOf = (records: readonly CaseRecord[], id: string): CaseRecord | undefined =>
  records.find((record) => correlationIdOf(record) === id);
