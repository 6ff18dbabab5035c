import { type CaseRecord, correlationIdOf, isOpen } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { addWorkingDays, assignmentsOf, civilDateAt } from "@hemvist/rules";
import { contentIn } from "../faults/next-code.ts";
import type { Ending } from "../platform/wiring.ts";
import { handOverTo, keptHash, type Ledger, type Letter, type Origin } from "./ledger.ts";
import type { Left, VerdictKind } from "./left-letters.ts";
import type { Violations } from "./violations.ts";

/** Where a decision's message has ended, seen from outside. */
export type Fate = "assigned" | "returned" | "superseded" | "refused" | "unreadable" | "dead-lettered";

export interface Rest {
  readonly ledger: Ledger;
  readonly records: ReadonlyMap<string, CaseRecord>;
  readonly violations: Violations;
  /** What would come of what lies in dead-letter queues, by the message it is. */
  readonly left: Left;
  /** The instant at which the world came to rest. */
  readonly at: string;
  /** The last run of the follow-ups in office hours. */
  readonly lastRun: string;
}

/** What must hold when faults have stopped and everything has had its time. Returns what became of each message, per party. */
export function checkRest(rest: Rest): ReadonlyMap<string, ReadonlyMap<Fate, number>> {
  checkLetters(rest);
  checkSent(rest);
  for (const record of rest.records.values()) checkRecord(record, rest);
  return fatesOf(rest);
}

function fatesOf({
  ledger,
  records,
  violations,
  left,
}: Rest): ReadonlyMap<string, ReadonlyMap<Fate, number>> {
  const fates = new Map<string, Map<Fate, number>>();
  const exhausted = new Set(
    ledger.letters.filter(({ isExhausted }) => isExhausted).map(({ origin }) => origin),
  );
  for (const [id, origin] of ledger.origins) {
    const isDead = exhausted.has(id);
    const endings = ledger.endings.get(id) ?? [];
    violations.check(
      isDead || endings.length > 0,
      "what came in has ended",
      () => `${id} on ${origin.queue}`,
    );
    violations.check(
      origin.isForged !== true || endings.every((ending) => ending === "unreadable"),
      "what its party has not signed changes nothing",
      () => `${id} on ${origin.queue}`,
    );
    const isAside = !endings.includes("unreadable") || ledger.unread.has(id);
    violations.check(isAside, "what no version can read is set aside", () => id);
    if (origin.decision === undefined) continue;
    // A forged copy of a true message reads as one that was taken, and is none.
    const verdict = origin.isForged ? undefined : left.get(id);
    const fate = fateOf(origin.decision, { endings, ledger, records, isDead, verdict });
    const isReadNow = fate !== "unreadable" || !origin.decision.isNewer;
    violations.check(isReadNow, "what only a newer version reads is kept for it", () => id);
    if (fate === undefined) violations.add("an accepted decision is in its record", id);
    else count(fates, origin.queue, fate);
  }
  return fates;
}

function count(fates: Map<string, Map<Fate, number>>, queue: string, fate: Fate): void {
  const ofQueue = fates.get(queue) ?? new Map<Fate, number>();
  fates.set(queue, ofQueue.set(fate, (ofQueue.get(fate) ?? 0) + 1));
}

interface Seen {
  readonly ledger: Ledger;
  readonly endings: readonly Ending[];
  readonly records: ReadonlyMap<string, CaseRecord>;
  readonly isDead: boolean;
  readonly verdict: VerdictKind | undefined;
}

/** Exactly one, or undefined where the record does not know of what it has acknowledged. */
function fateOf(
  decision: NonNullable<Origin["decision"]>,
  { endings, ledger, records, isDead, verdict }: Seen,
): Fate | undefined {
  const isTaken = endings.includes("recorded") || endings.includes("known") || verdict === "already-taken";
  const isUnread = endings.includes("unreadable") && endings.length === 1;
  // What only a newer version reads may wait, or have been overtaken, by the time that one is there.
  const isKept = isUnread && verdict !== undefined && verdict !== "unreadable";
  if (!isTaken && (isKept || (endings.length === 0 && isDead))) return "dead-lettered";
  if (!isTaken) return isUnread ? "unreadable" : "refused";
  const { pk, revision, caseNumber, body, isHashed = false } = decision;
  const record = records.get(pk);
  const hash = isHashed ? hashOf(body) : keptHash(ledger, decision);
  const isIt = (kept: CaseRecord["standing"]): boolean =>
    kept?.decision.caseNumber === caseNumber && kept.contentHash === hash;
  if (isIt(record?.standing)) return "assigned";
  if (isIt(record?.returned)) return "returned";
  const isInHistory = record?.history.some(
    (entry) =>
      (entry.what === "revision-assigned" || entry.what === "revision-returned") &&
      entry.revision === revision &&
      entry.contentHash === hash,
  );
  return isInHistory ? "superseded" : undefined;
}

const hashOf = (body: string): string => contentHash(contentIn(body));

function checkLetters({ ledger, violations }: Rest): void {
  const isKnown = (origin: string): boolean => ledger.origins.has(origin) || ledger.accepted.has(origin);
  const isWhole = ({ reason, messageId, body, origin }: Letter): boolean =>
    reason !== "" && messageId !== "" && body !== "" && isKnown(origin);
  for (const letter of ledger.letters)
    violations.check(
      isWhole(letter),
      "a dead letter has a reason, an id and its message",
      () => letter.messageId,
    );
}

function checkSent({ ledger, violations }: Rest): void {
  const { unsent, forgotten, setAside } = ledger;
  const aside = new Set(setAside.flatMap(({ outbox }) => outbox.map(({ event }) => event.id)));
  for (const id of unsent.keys())
    violations.check(forgotten.has(id) || aside.has(id), "every message of every version was sent", () => id);
}

/**
 * Nothing is handed over again after an assignment's last day. One that came after it and that the stream forgot never
 * reaches its provider, so SF must have been notified that it was not carried out.
 */
const isToldAsPast = ({ history }: CaseRecord, to: string, assignmentId: string): boolean =>
  history.some(
    (entry) =>
      entry.what === "follow-up-told" &&
      entry.kind === "never-carried-out" &&
      entry.about === assignmentId &&
      civilDateAt(entry.at) > to,
  );

function checkRecord(record: CaseRecord, { ledger, violations, at, lastRun }: Rest): void {
  const { check } = violations;
  const name = (): string => correlationIdOf(record);
  check(record.dueAt === undefined || record.dueAt > lastRun, "what is due has been looked at", name);

  check(record.history.length <= 12 * record.version, "history grows with what happens, and no faster", name);
  check(record.outbox.length <= 60, "an outbox holds one change's messages", name);
  check(record.followUps.length <= 3 * record.assignments.length + 5, "follow-ups do not pile up", name);

  const today = civilDateAt(at);
  for (const { assignmentId, provider, requestedAt, ...assignment } of record.assignments) {
    const isOld = addWorkingDays(civilDateAt(requestedAt), 2) < today;
    if (!isOpen(assignment) || !isOld) continue;
    const isKnown =
      ledger.handedOver.has(handOverTo(assignmentsOf(provider), assignmentId)) ||
      isToldAsPast(record, assignment.to, assignmentId);
    check(isKnown, "an open assignment is known to its provider", () => assignmentId);
  }
}
