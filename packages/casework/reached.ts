import { type Caller, type CivilDate, civilDateAt } from "@hemvist/rules";
import { decisionOf } from "./addresses.ts";
import { type Assignment, type Instant, isOpen } from "./assignment.ts";
import type { CaseNow } from "./case-now.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";
import { isOverOn } from "./last-day.ts";
import type { CaseKey } from "./ports.ts";

// What a caller reaches of what is stored. The access matrix says how far an operation reaches for a party. This says
// what that is, for one record. What it does not return does not exist for the caller.

/** Whether the decision is the caller's own. Its key says so, so nothing is read for another party's decision. */
export const reachesDecision = (
  { administration }: CaseKey,
  { party, reach }: Pick<Caller, "party" | "reach">,
): boolean => reach.includes("own-decisions") && administration === party;

/** Whether the assignment belongs to the caller's own decision. */
export function reachesAsAdministration(assignmentId: string, caller: Caller): boolean {
  const key = decisionOf(assignmentId);
  return key !== undefined && reachesDecision(key, caller);
}

/** An assignment as a party sees it. */
export type Seen =
  /** The administration sees all of it, also when another provider has it now. */
  | { readonly as: "administration"; readonly assignment: Assignment; readonly record: CaseRecord }
  /** Its provider sees its own part of the record. */
  | { readonly as: "provider"; readonly assignment: Assignment; readonly record: CaseRecord }
  /** A provider that had it sees its own part, up to the day it left. */
  | {
      readonly as: "former-provider";
      readonly assignment: Pick<Assignment, "assignmentId" | "interventionId">;
      readonly heldUntil: Instant;
      readonly record: CaseRecord;
    };

/** What a caller sees of an assignment. Undefined if there is no such assignment, or none for this caller. */
export function assignmentSeenBy(record: CaseRecord, assignmentId: string, caller: Caller): Seen | undefined {
  const assignment = record.assignments.find((one) => one.assignmentId === assignmentId);
  if (assignment === undefined) return undefined;
  if (reachesDecision(record, caller)) return { as: "administration", assignment, record };
  if (!caller.reach.includes("assignments-then")) return undefined;
  const own = { ...record, ...ownPart(record, assignmentId, caller.party) };
  if (assignment.provider === caller.party) return { as: "provider", assignment, record: own };
  const left = leftAt(record, assignmentId, caller.party);
  return left === undefined ? undefined : { as: "former-provider", assignment, heldUntil: left, record: own };
}

/**
 * Why a party may not change an assignment. One that made the decision, has the assignment or had it before it moved
 * knows that it exists. For every other party it does not exist.
 */
export function notTheirs(
  record: CaseRecord,
  { assignmentId, party }: { readonly assignmentId: string; readonly party: string },
): "not-yours" | "no-such-assignment" {
  const knows =
    record.administration === party ||
    record.assignments.some((one) => one.assignmentId === assignmentId && one.provider === party) ||
    leftAt(record, assignmentId, party) !== undefined;
  return knows ? "not-yours" : "no-such-assignment";
}

const isTakenFrom = (entry: HistoryEntry, assignmentId: string, party: string): boolean =>
  entry.what === "assignment-cancelled" && entry.assignmentId === assignmentId && entry.provider === party;

/** When the assignment last left the party. Undefined if it never had it. */
const leftAt = (record: CaseRecord, assignmentId: string, party: string): Instant | undefined =>
  record.history.findLast((entry) => isTakenFrom(entry, assignmentId, party))?.at;

/** The part of the record that a provider has itself brought about, or received, about one assignment. */
function ownPart(
  record: CaseRecord,
  assignmentId: string,
  party: string,
): Pick<CaseRecord, "history" | "proposals"> {
  const proposals = record.proposals.filter(
    (one) => one.provider === party && one.assignmentId === assignmentId,
  );
  const ids = new Set(proposals.map(({ proposalId }) => proposalId));
  return { proposals, history: record.history.filter((entry) => isOwn(entry, { assignmentId, party, ids })) };
}

function isOwn(
  entry: HistoryEntry,
  {
    assignmentId,
    party,
    ids,
  }: { readonly assignmentId: string; readonly party: string; readonly ids: ReadonlySet<string> },
): boolean {
  if (!("assignmentId" in entry) || entry.assignmentId !== assignmentId) return false;
  switch (entry.what) {
    case "assignment-requested":
    case "assignment-amended":
    case "assignment-cancelled":
      return entry.provider === party;
    case "progress-reported":
      return entry.by === party;
    case "proposal-changed":
    case "proposal-met":
      return ids.has(entry.proposalId);
  }
}

/**
 * Whether an administration has an ongoing case for the person: a decision that has not ended, or one that was returned
 * and waits for its correction.
 */
export const hasOngoingCase = (
  records: readonly CaseNow[],
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
): boolean =>
  caller.reach.includes("persons-with-ongoing-case") &&
  records.some((record) => record.administration === caller.party && isOngoing(record, civilDateAt(at)));

const isOngoing = ({ standing, returned, assignments }: CaseNow, today: CivilDate): boolean =>
  returned !== undefined ||
  assignments.some(isOpen) ||
  (standing !== undefined && !isOverOn(standing.decision, today));
