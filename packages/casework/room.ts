import { instantOf } from "@hemvist/rules";
import { type AssignmentStatus, type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";

/** In the last 24 hours, or in all. */
export const crowdedWithin = ["day", "assignment"] as const;

/** Why hemvist refuses a provider's report or proposal that has no other fault. */
export type Crowded =
  /** The provider has sent more about the assignment than hemvist takes, in the last day or in all. */
  | { readonly why: "too-many"; readonly within: (typeof crowdedWithin)[number]; readonly most: number }
  /** The decision is so large that the remaining room is SF's. */
  | { readonly why: "no-room" };

interface Said {
  readonly assignmentId: string;
  readonly provider: string;
  /** A proposal, or a report of this status. */
  readonly what: "proposal" | AssignmentStatus;
  readonly at: Instant;
}

/** Ours. A report each working day for two years has room. A system that sends the same again and again has not. */
const most = {
  reports: { day: 20, assignment: 500 },
  proposals: { day: 5, assignment: 50 },
} as const;

/**
 * Ours, in characters of JSON, which is more than DynamoDB counts. The store takes a decision of 400 KB. The room above
 * belongs to SF: for years of revisions, a revocation, a mark of protected identity.
 */
const roomForProviders = 160_000;
/**
 * A report that ends an assignment has some more room: hemvist would ask about an assignment for ever if it could not
 * end.
 */
const roomForEnds = 185_000;
/** Long before that, operations staff look into it, while everything goes on. */
const large = 80_000;

/** Ours: a decision with a shorter history is far from large, so its size is not measured. */
const longHistory = 150;

/** Whether a provider may still say this, or why not. */
export function crowdedBy(record: CaseRecord, said: Said): Crowded | undefined {
  if (record.history.length < most.proposals.day) return undefined;
  const { day, assignment } = most[said.what === "proposal" ? "proposals" : "reports"];
  if (!ends(said)) {
    const earlier = record.history.filter((entry) => isLike(entry, said));
    if (earlier.length >= assignment) return { why: "too-many", within: "assignment", most: assignment };
    const yesterday = dayBefore(said.at);
    if (earlier.length >= day && earlier.filter(({ at }) => at > yesterday).length >= day)
      return { why: "too-many", within: "day", most: day };
  }
  const room = ends(said) ? roomForEnds : roomForProviders;
  return sizeOf(record) > room ? { why: "no-room" } : undefined;
}

/** Whether a decision is so large that operations staff should look into it. hemvist refuses nothing yet. */
export const isLarge = (record: CaseRecord): boolean => sizeOf(record) > large;

const sizeOf = (record: CaseRecord): number =>
  record.history.length < longHistory ? 0 : JSON.stringify(record).length;

const ends = ({ what }: Said): boolean => what !== "proposal" && !isOpen({ status: what });

const isLike = (entry: HistoryEntry, { assignmentId, provider, what }: Said): boolean =>
  entry.by === provider &&
  (what === "proposal"
    ? entry.what === "proposal-changed" && entry.status === "proposed"
    : entry.what === "progress-reported") &&
  "assignmentId" in entry &&
  entry.assignmentId === assignmentId;

const dayBefore = (at: Instant): Instant => instantOf(Date.parse(at) - 86_400_000);
