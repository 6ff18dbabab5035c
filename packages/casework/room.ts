import { instantOf } from "@hemvist/rules";
import { type AssignmentStatus, type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";

/** In the last 24 hours, or in all. */
export const crowdedWithin = ["day", "assignment"] as const;

/** Why hemvist refuses a provider's report or proposal that has no other fault. */
export type Crowded =
  /** The provider has sent more about the assignment than hemvist takes, in the last day or in all. */
  | { readonly why: "too-many"; readonly within: (typeof crowdedWithin)[number]; readonly most: number }
  /** The decision is so large that the remaining room is SF's. The store finds that out when it writes. */
  | { readonly why: "no-room" };

/** A proposal, what takes one back, or a report of this status. */
type What = "proposal" | "withdrawal" | AssignmentStatus;

interface Said {
  readonly assignmentId: string;
  readonly provider: string;
  readonly what: What;
  readonly at: Instant;
}

/** Ours. A report each working day for two years has room. A system that sends the same again and again has not. */
const most = {
  reports: { day: 20, assignment: 500 },
  proposals: { day: 5, assignment: 50 },
} as const;

/**
 * Ours: the share of a decision's room that providers' messages may fill. The rest belongs to SF: for years of
 * revisions, a revocation, a mark of protected identity.
 */
const shareOfProviders = 0.8;
/**
 * What ends something has some more room: hemvist would ask about an assignment for ever if it could not end.
 */
const shareOfEnds = 0.85;

/** The share of a decision's room that may be taken when it holds this message of a provider. */
export const roomFor = (what: What): number => (ends(what) ? shareOfEnds : shareOfProviders);

/**
 * Ours: of so many returned contents a decision keeps the facts. hemvist answers further ones too, and keeps the newest.
 * Only a system that never stops sends as many.
 */
export const mostReturned = 200;

/** Whether a provider has said too much of an assignment already. What ends something is always taken. */
export function crowdedBy(record: CaseRecord, said: Said): Crowded | undefined {
  if (ends(said.what) || record.history.length < most.proposals.day) return undefined;
  const { day, assignment } = most[said.what === "proposal" ? "proposals" : "reports"];
  const earlier = record.history.filter((entry) => isLike(entry, said));
  if (earlier.length >= assignment) return { why: "too-many", within: "assignment", most: assignment };
  const yesterday = dayBefore(said.at);
  const isCrowdedToday = earlier.length >= day && earlier.filter(({ at }) => at > yesterday).length >= day;
  return isCrowdedToday ? { why: "too-many", within: "day", most: day } : undefined;
}

const ends = (what: What): boolean =>
  what === "withdrawal" || (what !== "proposal" && !isOpen({ status: what }));

const isLike = (entry: HistoryEntry, { assignmentId, provider, what }: Said): boolean =>
  entry.by === provider &&
  (what === "proposal"
    ? entry.what === "proposal-changed" && entry.status === "proposed"
    : entry.what === "progress-reported") &&
  "assignmentId" in entry &&
  entry.assignmentId === assignmentId;

const dayBefore = (at: Instant): Instant => instantOf(Date.parse(at) - 86_400_000);
