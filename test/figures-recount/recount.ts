import type { Decision, SubAreaCode } from "@hemvist/rules";
import { dayAfter, threeMonthsAfter } from "./days.ts";
import type { Heard, Report } from "./messages.ts";

/**
 * A second reckoning of 34 kap. 1-2 §§, from messages alone. It shares no code with what it recounts, and goes about it
 * as a clerk would who keeps a ledger: at each quarter's end the clerk reads all that has come in, works out for each
 * intervention the times in which it was not carried out, and looks up in the ledger what the inspectorate has got.
 */
export interface Line {
  readonly administration: string;
  readonly decisionId: string;
  readonly decidedOn: string;
  readonly citation: string;
  readonly subArea: SubAreaCode;
  readonly paragraph: "34:1 st 1" | "34:1 st 2" | "34:2";
  readonly interruptedOn?: string | undefined;
  readonly carriedOutOn?: string | undefined;
  readonly endedOn?: string | undefined;
}

/** A time in which an intervention was not carried out. */
interface Wait {
  readonly from: string;
  readonly begun?: string | undefined;
  readonly ended?: string | undefined;
}

/** What the inspectorate last got about each wait. */
export type Ledger = Map<string, "open" | "carried out" | "ended">;

/** The lines of the report on a quarter, in whatever order. The ledger is carried from each quarter to the next. */
export const reckoned = (
  decisions: readonly (readonly Heard[])[],
  { lastDay, ledger }: { readonly lastDay: string; readonly ledger: Ledger },
): readonly Line[] =>
  decisions.flatMap((heard) => {
    const known = heard.filter(({ heardAt }) => heardAt.slice(0, 10) <= lastDay);
    return linesOf(known, lastDay).flatMap(({ line, wait, key }) => {
      const paragraph = told(ledger, { key, wait, lastDay });
      return paragraph === undefined ? [] : [paragraph === "2" ? { ...line, paragraph: "34:2" } : line];
    });
  });

interface Reckoned {
  readonly key: string;
  readonly wait: Wait;
  readonly line: Line;
}

function linesOf(known: readonly Heard[], lastDay: string): readonly Reckoned[] {
  const revisions = known.flatMap(({ heardAt, decision }) =>
    decision === undefined ? [] : [{ on: heardAt.slice(0, 10), decision }],
  );
  const now = revisions.at(-1)?.decision;
  if (now === undefined || now.citation.legalBasis === "sol-12-4") return [];
  const { administration, decisionId } = now;
  const section = now.citation.legalBasis === "sol-11-1" ? "11 kap. 1 §" : "12 kap. 1 §";
  const ids = new Set(revisions.flatMap(({ decision }) => decision.interventions.map(idOf)));
  return [...ids].flatMap((id) => {
    const intervention = revisions.flatMap(({ decision }) => heldBy(decision, id) ?? []).at(-1);
    if (intervention === undefined) return [];
    const decidedOn = ownDay(revisions, id);
    const isOld = decidedOn < "2025-07-01";
    const reports = known.flatMap(({ report }) => (report?.assignmentId.endsWith(`.${id}`) ? [report] : []));
    const isOpen = !["rejected", "failed", "completed"].includes(reports.at(-1)?.status ?? "");
    const waits = waitsOf(known, {
      id,
      isOpen,
      revisions,
      lastDay,
      to: intervention.to,
      from: decidedOn,
    });
    return waits.map((wait, index) => ({
      key: `${administration} ${decisionId} ${id} ${index}`,
      wait,
      line: {
        administration,
        decisionId,
        decidedOn,
        citation: isOld ? "4 kap. 1 § SoL (2001:453)" : `${section} SoL (2025:400)`,
        subArea: intervention.subArea,
        paragraph: index === 0 ? "34:1 st 1" : "34:1 st 2",
        interruptedOn: index === 0 ? undefined : wait.from,
        carriedOutOn: wait.begun,
        endedOn: wait.ended,
      },
    }));
  });
}

/** By which section a wait stands in this report, if at all. The ledger then says so. */
function told(
  ledger: Ledger,
  { key, wait, lastDay }: { readonly key: string; readonly wait: Wait; readonly lastDay: string },
): "1" | "2" | undefined {
  const { from, begun, ended } = wait;
  const before = ledger.get(key);
  const isLate = threeMonthsAfter(from) < (begun ?? ended ?? lastDay);
  const now = begun !== undefined ? "carried out" : ended !== undefined ? "ended" : "open";
  if (before === undefined && !isLate) return undefined;
  if (before === "carried out" || (before === "ended" && now === "ended")) return undefined;
  ledger.set(key, now);
  return before !== undefined && now === "carried out" ? "2" : "1";
}

interface Revision {
  readonly on: string;
  readonly decision: Decision;
}

const idOf = ({ interventionId }: { readonly interventionId: string }): string => interventionId;

const heldBy = ({ interventions }: Decision, id: string) =>
  interventions.find(({ interventionId }) => interventionId === id);

/** The day that the message named, that of the decision, or the day on which SF sent it. */
function ownDay(revisions: readonly Revision[], id: string): string {
  const index = revisions.findIndex(({ decision }) => heldBy(decision, id));
  const first = revisions[index];
  const named = first && heldBy(first.decision, id)?.decidedOn;
  if (first === undefined || named !== undefined) return named ?? "";
  const before = revisions[index - 1]?.decision.decidedOn;
  return first.decision.decidedOn === before ? first.on : first.decision.decidedOn;
}

/** What happened to an intervention on a day, and when the report came. */
type Mark = {
  readonly at: string;
  readonly on: string;
  readonly what: "runs" | "stops" | "finished" | "taken back" | "given";
};

interface Circumstances {
  readonly id: string;
  readonly revisions: readonly Revision[];
  readonly lastDay: string;
  /** Its provider has neither rejected it nor ended it. */
  readonly isOpen: boolean;
  /** The intervention's own day of decision, and its last day. */
  readonly from: string;
  readonly to: string;
}

function waitsOf(known: readonly Heard[], circumstances: Circumstances): readonly Wait[] {
  const { id, from, lastDay } = circumstances;
  const marks = known
    .flatMap(({ heardAt, decision, report }) =>
      decision ? marksOf(decision, heardAt, circumstances) : marksIn(report, heardAt, id),
    )
    .filter(({ at }) => at.slice(0, 10) <= lastDay)
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const waits: Wait[] = [];
  let waiting: string | undefined = from;
  let takenBackOn: string | undefined;
  for (const { on, what } of marks) {
    if (what === "runs") {
      if (waiting !== undefined) waits.push({ from: waiting, begun: on });
      waiting = undefined;
    }
    if (what === "stops") waiting ??= on;
    if (what === "finished") waiting = undefined;
    if (what === "taken back" && waiting === undefined) takenBackOn ??= on;
    if (what === "given" && takenBackOn !== undefined) {
      waiting = takenBackOn;
      takenBackOn = undefined;
    }
  }
  const isFinished = marks.some(({ what }) => what === "finished");
  if (waiting === undefined || isFinished) return waits;
  const ended = endOf(circumstances);
  return [...waits, ended !== undefined && ended <= lastDay ? { from: waiting, ended } : { from: waiting }];
}

function marksIn(report: Report | undefined, at: string, id: string): readonly Mark[] {
  if (report === undefined || !report.assignmentId.endsWith(`.${id}`)) return [];
  const on = report.occurredAt.slice(0, 10);
  switch (report.status) {
    case "in-progress":
      return [{ at, on, what: "runs" }];
    case "on-hold":
    case "failed":
      return [{ at, on, what: "stops" }];
    case "completed":
      return [{ at, on, what: "finished" }];
    default:
      return [];
  }
}

/** A revision takes an intervention back or gives it; a revocation takes back what runs when its day is over. */
function marksOf(decision: Decision, at: string, circumstances: Circumstances): readonly Mark[] {
  const on = at.slice(0, 10);
  if (heldBy(decision, circumstances.id) === undefined) return [{ at, on, what: "taken back" }];
  const end = revokedOn(decision, { ...circumstances, on });
  if (end === undefined) return [{ at, on, what: "given" }];
  return [{ at: end > on ? `${end}T23:59:59Z` : at, on: end, what: "taken back" }];
}

/** What is open and begins after a revocation's day is called back at once. */
function revokedOn(
  { revocation, interventions }: Decision,
  { id, on, isOpen }: { readonly id: string; readonly on: string; readonly isOpen: boolean },
): string | undefined {
  if (revocation === undefined) return undefined;
  const from = interventions.find(({ interventionId }) => interventionId === id)?.from ?? on;
  return isOpen && from > revocation.on && on < revocation.on ? on : revocation.on;
}

/** The first of: its last day, the day SF took it out of the decision, the day from which SF revoked the decision. */
function endOf({ id, isOpen, revisions, to }: Circumstances): string | undefined {
  const newest = revisions.at(-1);
  if (newest === undefined) return to;
  const lastHeld = revisions.findLastIndex(({ decision }) => heldBy(decision, id));
  const droppedOn = revisions[lastHeld + 1]?.on;
  const firstRevoked = revisions.findLastIndex(({ decision }) => decision.revocation === undefined) + 1;
  const sentOn = revisions[firstRevoked]?.on ?? newest.on;
  const revoked = revokedOn(newest.decision, { id, isOpen, on: sentOn });
  return [to, droppedOn, revoked].filter((day) => day !== undefined).sort()[0];
}

/** The last days of the quarters from one to another, both included. */
export function quartersBetween(first: string, last: string): readonly { name: string; lastDay: string }[] {
  const found: { name: string; lastDay: string }[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) {
    const next = dayAfter(day);
    const month = Number(day.slice(5, 7));
    if (next.endsWith("-01") && month % 3 === 0)
      found.push({ name: `${day.slice(0, 4)}Q${month / 3}`, lastDay: day });
  }
  return found;
}
