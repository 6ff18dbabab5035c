import { type Assignment, type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord, Fact } from "./case-record.ts";
import { type Change, unchanged } from "./change.ts";
import { expectsRevision, isUnanswered, type Proposal, type Wish } from "./proposal.ts";
import { proposalChanged } from "./proposal-messages.ts";

interface Occasion {
  readonly before: CaseRecord;
  /** The revision, where it was one. */
  readonly revision?: number;
  readonly at: Instant;
}

/**
 * What a change of the assignments does to their proposals. One that nobody has answered is superseded when its
 * assignment ends or gets another provider, and when what it asks for is changed. One that was agreed is met by the
 * revision that does what was agreed. A change of anything else, as of the work plan, is an answer to neither.
 */
export function settleProposals(record: CaseRecord, occasion: Occasion): Change {
  const settled = record.proposals.map((proposal) => settledBy(occasion, { proposal, record }));
  const changed = settled.filter((proposal, index) => proposal !== record.proposals[index]);
  if (changed.length === 0) return unchanged(record);
  return {
    record: { ...record, proposals: settled },
    facts: changed.map(factOf),
    drafts: changed.flatMap((proposal) => proposalChanged(record, proposal)),
  };
}

function settledBy(
  { before, revision, at }: Occasion,
  { proposal, record }: { proposal: Proposal; record: CaseRecord },
): Proposal {
  const now = subjectOf(proposal, record);
  if (isUnanswered(proposal) && isOvertaken(proposal, { before: subjectOf(proposal, before), now }))
    return { ...proposal, status: "superseded", answeredAt: at };
  if (expectsRevision(proposal) && revision !== undefined && now && carriesOut(proposal.wish, now))
    return { ...proposal, metBy: revision };
  return proposal;
}

/** What a proposal is about: the assignment, and the service that SF asks for. */
interface Subject extends Pick<Assignment, "status" | "provider" | "subArea" | "from" | "to"> {
  readonly service?: string | undefined;
}

function subjectOf({ assignmentId }: Proposal, { assignments, standing }: CaseRecord): Subject | undefined {
  const assignment = assignments.find((one) => one.assignmentId === assignmentId);
  const intervention = standing?.decision.interventions.find(
    ({ interventionId }) => interventionId === assignment?.interventionId,
  );
  return assignment && { ...assignment, service: intervention?.service };
}

function isOvertaken(
  { wish, provider }: Proposal,
  { before, now }: { before: Subject | undefined; now: Subject | undefined },
): boolean {
  if (before === undefined || now === undefined || !isOpen(now) || now.provider !== provider) return true;
  return askedFor(wish, before) !== askedFor(wish, now);
}

/** What stands today of that which a wish would change. */
function askedFor({ kind }: Wish, { from, to, service, subArea }: Subject): string | undefined {
  switch (kind) {
    case "extend":
    case "end-early":
      return to;
    case "change-start":
      return from;
    case "change-service":
      return service;
    case "change-sub-area":
      return subArea;
  }
}

/** Whether what was wished for has been done: as long as was asked or longer, as early or earlier. */
function carriesOut(wish: Wish, now: Subject): boolean {
  if (now.status === "cancelled") return wish.kind === "end-early";
  switch (wish.kind) {
    case "extend":
      return now.to >= wish.to;
    case "end-early":
      return now.to <= wish.to;
    case "change-start":
      return now.from === wish.from;
    case "change-service":
      return now.service === wish.service;
    case "change-sub-area":
      return now.subArea === wish.subArea;
  }
}

const factOf = ({ proposalId, assignmentId, status, wish, metBy }: Proposal): Fact =>
  metBy === undefined
    ? { what: "proposal-changed", proposalId, assignmentId, status, wish: wish.kind }
    : { what: "proposal-met", proposalId, assignmentId, revision: metBy };
