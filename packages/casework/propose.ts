import { dateAfter, type Interval } from "@hemvist/rules";
import { type Assignment, type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Change } from "./change.ts";
import type { Cause } from "./message.ts";
import { nextVersion } from "./next-version.ts";
import {
  type DeclineReason,
  isUnanswered,
  type Proposal,
  type ProposalStatus,
  type Settlement,
  type Wish,
} from "./proposal.ts";
import { proposalChanged } from "./proposal-messages.ts";
import { notTheirs } from "./reached.ts";
import { type Crowded, crowdedBy } from "./room.ts";
import { type Untimely, untimely } from "./untimely.ts";

/** A provider asks for a change. */
export interface Proposing {
  readonly proposalId: string;
  readonly assignmentId: string;
  readonly wish: Wish;
  readonly madeAt: Instant;
}

/** The provider takes it back, or SF answers it. */
export interface Settling {
  readonly proposalId: string;
  readonly assignmentId: string;
  readonly to: Settlement;
  readonly at: Instant;
  readonly reason?: DeclineReason;
}

/** Why a proposal changes nothing, for reasons without further fields. */
export const proposalRefusals = [
  "no-such-assignment",
  "not-yours",
  "no-such-proposal",
  "proposal-id-taken",
  "not-within-assignment",
] as const;

export type ProposalRefusal =
  | { readonly why: (typeof proposalRefusals)[number] }
  | Untimely
  | { readonly why: "assignment-ended"; readonly status: Assignment["status"] }
  | { readonly why: "already-settled"; readonly status: ProposalStatus }
  | Crowded;

export type Proposed =
  | { readonly kind: "recorded" | "known"; readonly record: CaseRecord; readonly proposal: Proposal }
  | { readonly kind: "refused"; readonly refusal: ProposalRefusal };

interface Sent {
  /** The party that sent it. Absent if the way it came does not show that. */
  readonly sender?: string | undefined;
  readonly cause: Cause;
}

const refused = (refusal: ProposalRefusal): Proposed => ({ kind: "refused", refusal });

/**
 * Takes a provider's proposal. SF gets it, and the decision does not change. A newer proposal for the same assignment
 * replaces one without an answer.
 */
export function propose(record: CaseRecord, proposing: Proposing, { sender, cause }: Sent): Proposed {
  const assignment = record.assignments.find(({ assignmentId }) => assignmentId === proposing.assignmentId);
  if (assignment === undefined) return refused({ why: "no-such-assignment" });
  const earlier = record.proposals.find(({ proposalId }) => proposalId === proposing.proposalId);
  const isTheirs = sender === undefined || sender === earlier?.provider;
  if (earlier !== undefined && isTheirs && isSame(earlier, proposing))
    return { kind: "known", record, proposal: earlier };
  if (sender !== undefined && sender !== assignment.provider)
    return refused({ why: notTheirs(record, { ...proposing, party: sender }) });
  if (earlier !== undefined) return refused({ why: "proposal-id-taken" });
  if (!isOpen(assignment)) return refused({ why: "assignment-ended", status: assignment.status });
  const refusal = untimely(proposing.madeAt, { ...assignment, receivedAt: cause.at });
  if (refusal) return refused(refusal);
  if (!makesSense(proposing.wish, assignment)) return refused({ why: "not-within-assignment" });
  const crowded = crowdedBy(record, { ...assignment, what: "proposal", at: cause.at });
  if (crowded !== undefined) return refused(crowded);

  const proposal: Proposal = { ...proposing, provider: assignment.provider, status: "proposed" };
  const replaced = record.proposals.filter(
    (one) => isUnanswered(one) && one.assignmentId === proposing.assignmentId,
  );
  const superseded = replaced.map(
    (one): Proposal => ({ ...one, status: "superseded", answeredAt: cause.at }),
  );
  return written(record, {
    changed: [...superseded, proposal],
    told: proposal,
    by: assignment.provider,
    cause,
  });
}

/** Settles a proposal: the provider withdraws it, or SF agrees or declines. It never changes the decision. */
export function settle(record: CaseRecord, settling: Settling, { sender, cause }: Sent): Proposed {
  const proposal = record.proposals.find(({ proposalId }) => proposalId === settling.proposalId);
  const assignment = record.assignments.find(({ assignmentId }) => assignmentId === settling.assignmentId);
  if (assignment === undefined) return refused({ why: "no-such-assignment" });
  const whose =
    settling.to === "withdrawn" ? (proposal?.provider ?? assignment.provider) : record.administration;
  if (sender !== undefined && sender !== whose) return refused({ why: notForThem(record, settling, sender) });
  if (proposal?.assignmentId !== settling.assignmentId) return refused({ why: "no-such-proposal" });
  if (proposal.status === settling.to) return { kind: "known", record, proposal };
  if (!isUnanswered(proposal)) return refused({ why: "already-settled", status: proposal.status });

  const refusal = untimely(settling.at, { ...assignment, receivedAt: cause.at });
  if (refusal) return refused(refusal);
  const settled: Proposal = {
    ...proposal,
    status: settling.to,
    answeredAt: settling.at,
    ...(settling.reason ? { reason: settling.reason } : {}),
  };
  return written(record, { changed: [settled], told: settled, by: whose, cause });
}

/** Why a party may not settle a proposal. For a provider there is no proposal but its own. */
function notForThem(
  record: CaseRecord,
  { assignmentId, to }: Settling,
  party: string,
): (typeof proposalRefusals)[number] {
  const why = notTheirs(record, { assignmentId, party });
  const isProvider = to === "withdrawn" && party !== record.administration;
  return why === "not-yours" && isProvider ? "no-such-proposal" : why;
}

/**
 * Ours: a person in a 12:4 decision is expected in work or studies within three years, so no extension needs to be
 * longer.
 */
const longestExtension: Pick<Interval, "count" | "unit"> = { count: 3, unit: "years" };

/**
 * An extension ends later than the assignment, and at most three years later. An early end lies within it. A new start
 * lies between the intervention's decision and the assignment's last day.
 */
function makesSense(wish: Wish, { decidedOn, from, to }: Assignment): boolean {
  switch (wish.kind) {
    case "extend":
      return wish.to > to && wish.to <= dateAfter(to, longestExtension);
    case "end-early":
      return wish.to >= from && wish.to < to;
    case "change-start":
      return wish.from >= decidedOn && wish.from <= to && wish.from !== from;
    case "change-service":
    case "change-sub-area":
      return true;
  }
}

const isSame = (earlier: Proposal, { assignmentId, wish }: Proposing): boolean =>
  earlier.assignmentId === assignmentId &&
  JSON.stringify(Object.entries(earlier.wish).sort()) === JSON.stringify(Object.entries(wish).sort());

function written(
  record: CaseRecord,
  { changed, told, by, cause }: { changed: readonly Proposal[]; told: Proposal; by: string; cause: Cause },
): Proposed {
  const ids = new Set(changed.map(({ proposalId }) => proposalId));
  const proposals = [...record.proposals.filter(({ proposalId }) => !ids.has(proposalId)), ...changed];
  const change: Change = {
    record: { ...record, proposals },
    facts: changed.map(({ proposalId, assignmentId, status, wish }) => ({
      what: "proposal-changed",
      proposalId,
      assignmentId,
      status,
      wish: wish.kind,
    })),
    drafts: changed.flatMap((proposal) => proposalChanged(record, proposal)),
  };
  const next = nextVersion(change, { cause, by });
  return { kind: "recorded", record: next, proposal: told };
}
