import {
  type CivilDate,
  civilDateAt,
  type Decision,
  dateAfter,
  type Intervention,
  type Model,
  type Placement,
} from "@hemvist/rules";
import { assignmentIdOf } from "./addresses.ts";
import { type Assignment, type Instant, isOpen } from "./assignment.ts";
import type { AssignmentChange } from "./assignment-change.ts";
import { callBack, differs, handOver } from "./assignment-messages.ts";
import type { assignmentFacts, CaseRecord, Fact, Revision } from "./case-record.ts";
import type { Change } from "./change.ts";
import { judgingModel } from "./judging-model.ts";
import type { Cause } from "./message.ts";
import { revoked } from "./revoke.ts";

type AssignmentFact = Extract<Fact, { what: (typeof assignmentFacts)[number] }>;

/**
 * What a revision does to the assignments. It cancels what the revision no longer holds, amends what it changes, and
 * requests what it adds. It does not touch a completed, failed or rejected assignment. A revocation requests nothing. A
 * receiver can apply the messages in their order: ends first, then changes, then what is new.
 */
export function reassign(record: CaseRecord, revision: Revision, cause: Cause): Change {
  const { at } = cause;
  const { decision } = revision;
  const wanted = decision.revocation ? [] : wantedBy(revision, { record, cause });
  const changes = record.assignments.map((assignment) =>
    decision.revocation
      ? revoked(assignment, { record, revision, revocation: decision.revocation, at })
      : changeOf(assignment, { record, revision, wanted, at }),
  );
  const fresh = wanted.filter((next) =>
    changes.every(({ assignment }) => assignment.assignmentId !== next.assignmentId),
  );

  const cancelled = changes.flatMap(({ cancels }) => cancels ?? []);
  const amended = changes.flatMap(({ amends }) => amends ?? []);
  const requested = [...changes.flatMap(({ requests }) => requests ?? []), ...fresh];

  return {
    record: {
      ...record,
      standing: revision,
      assignments: [...changes.map(({ assignment }) => assignment), ...fresh],
    },
    drafts: [
      ...cancelled.map((assignment) => callBack(assignment, decision)),
      ...amended.map((assignment) => handOver("amended", assignment, revision)),
      ...requested.map((assignment) => handOver("requested", assignment, revision)),
    ],
    facts: [
      ...cancelled.map(factOf("assignment-cancelled")),
      ...amended.map(factOf("assignment-amended")),
      ...requested.map(factOf("assignment-requested")),
    ],
  };
}

const factOf =
  (what: AssignmentFact["what"]) =>
  ({ assignmentId, provider }: Assignment): AssignmentFact => ({ what, assignmentId, provider });

function changeOf(
  assignment: Assignment,
  {
    record,
    revision,
    wanted,
    at,
  }: { record: CaseRecord; revision: Revision; wanted: readonly Assignment[]; at: Instant },
): AssignmentChange {
  const next = wanted.find(({ assignmentId }) => assignmentId === assignment.assignmentId);
  if (assignment.status === "cancelled") return next ? { assignment: next, requests: next } : { assignment };
  if (!isOpen(assignment)) return { assignment };
  if (next === undefined) {
    const ended: Assignment = { ...assignment, status: "cancelled", statusAt: at, heardAt: at };
    return { assignment: ended, cancels: ended };
  }
  if (next.provider !== assignment.provider) return { assignment: next, cancels: assignment, requests: next };

  const carriedOn = underWay(assignment, next);
  const before = record.standing;
  const isNews =
    before !== undefined &&
    differs({ before: { assignment, revision: before }, after: { assignment: carriedOn, revision } });
  return isNews ? { assignment: carriedOn, amends: carriedOn } : { assignment: carriedOn };
}

/**
 * The intervention as the revision has it, with the status that the assignment has reached. A change in the decision
 * undoes nothing that was done.
 */
const underWay = (assignment: Assignment, next: Assignment): Assignment => ({
  ...assignment,
  area: next.area,
  subArea: next.subArea,
  governedBy: next.governedBy,
  carriedOutBy: next.carriedOutBy,
  parallel: next.parallel,
  from: next.from,
  to: next.to,
});

function wantedBy(
  revision: Revision,
  { record, cause: { at, municipality } }: { record: CaseRecord; cause: Cause },
): readonly Assignment[] {
  const { decision, judgement } = revision;
  const model = judgingModel(revision, municipality);
  return judgement.placements.flatMap((placement) => {
    const intervention = decision.interventions.find(
      ({ interventionId }) => interventionId === placement.interventionId,
    );
    if (intervention === undefined) return [];
    const assignmentId = assignmentIdOf(decision, placement.interventionId);
    const earlier = record.assignments.find((one) => one.assignmentId === assignmentId);
    return [
      {
        ...newAssignment(placement, { model, at }),
        assignmentId,
        decidedOn: earlier?.decidedOn ?? decidedOn(intervention, { decision, standing: record.standing, at }),
        from: intervention.from,
        to: intervention.to,
      },
    ];
  });
}

/**
 * When an intervention was decided. The first revision's interventions were decided with it. An intervention that a
 * later revision adds was decided on that revision's `decidedOn` if that day has moved, otherwise on the day of
 * receipt.
 */
function decidedOn(
  intervention: Intervention,
  { decision, standing, at }: { decision: Decision; standing: Revision | undefined; at: Instant },
): CivilDate {
  if (intervention.decidedOn !== undefined) return intervention.decidedOn;
  const hasMoved = decision.decidedOn !== standing?.decision.decidedOn;
  return hasMoved ? decision.decidedOn : civilDateAt(at);
}

function newAssignment({ provider, ...placement }: Placement, { model, at }: { model: Model; at: Instant }) {
  if (provider === undefined) throw new Error("an assigned decision has a provider for each intervention");
  return {
    ...placement,
    provider,
    status: "requested" as const,
    requestedAt: at,
    statusAt: at,
    heardAt: at,
    answerBy: dateAfter(civilDateAt(at), model.intervals.answer),
  };
}
