import { type Assignment, type Instant, isOpen } from "./assignment.ts";
import type { CaseRecord, Fact } from "./case-record.ts";
import { type Change, unchanged } from "./change.ts";
import { expectsRevision, isUnanswered, type Proposal, type Wish } from "./proposal.ts";
import { proposalChanged } from "./proposal-messages.ts";

interface Occasion {
  readonly before: CaseRecord;
  /** The revision, if a revision caused it. */
  readonly revision?: number;
  readonly at: Instant;
}

/**
 * What a change of the assignments does to their proposals. An unanswered proposal is superseded when its assignment
 * ends or gets another provider, and when the revision changes what it asks for. A revision that does what was agreed
 * meets an agreed proposal. A change of anything else, such as the work plan, answers neither.
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

/** What a proposal concerns: the assignment, and the service that SF asks for. */
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

/** The present value of what a wish would change. */
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

/** Whether the wish is fulfilled: as long as the provider asked or longer, as early or earlier. */
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
