import { type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord, Fact } from "./case-record.ts";
import type { Draft } from "./message.ts";
import { expectsRevision, isUnanswered, type Proposal } from "./proposal.ts";
import { proposalChanged } from "./proposal-messages.ts";

interface Settled {
  readonly record: CaseRecord;
  readonly facts: readonly Fact[];
  readonly drafts: readonly Draft[];
}

interface Event {
  /** The assignments that a revision changed. */
  readonly touched: ReadonlySet<string>;
  /** The revision, where it was one. */
  readonly revision?: number;
  readonly at: Instant;
}

/**
 * What a change of the assignments does to their proposals: one that nobody has answered is superseded when its
 * assignment is changed or has ended, and one that was agreed is met by the revision that changes its assignment.
 */
export function settleProposals(record: CaseRecord, event: Event): Settled {
  const settled = record.proposals.map((proposal) => settledBy(event, { proposal, record }));
  const changed = settled.filter((proposal, index) => proposal !== record.proposals[index]);
  if (changed.length === 0) return { record, facts: [], drafts: [] };
  return {
    record: { ...record, proposals: settled },
    facts: changed.map(factOf),
    drafts: changed.flatMap((proposal) => proposalChanged(record, proposal)),
  };
}

function settledBy(
  { touched, revision, at }: Event,
  { proposal, record }: { proposal: Proposal; record: CaseRecord },
): Proposal {
  const assignment = record.assignments.find(({ assignmentId }) => assignmentId === proposal.assignmentId);
  const isTouched = touched.has(proposal.assignmentId);
  const hasEnded = assignment === undefined || !isOpen(assignment);
  if (isUnanswered(proposal) && (isTouched || hasEnded))
    return { ...proposal, status: "superseded", answeredAt: at };
  if (expectsRevision(proposal) && isTouched && revision !== undefined)
    return { ...proposal, metBy: revision };
  return proposal;
}

const factOf = ({ proposalId, assignmentId, status, wish, metBy }: Proposal): Fact =>
  metBy === undefined
    ? { what: "proposal-changed", proposalId, assignmentId, status, wish: wish.kind }
    : { what: "proposal-met", proposalId, assignmentId, revision: metBy };
