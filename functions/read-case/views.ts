import {
  type Assignment,
  answerOf,
  type CaseRecord,
  explained,
  type Instant,
  openTo,
  receiptOf,
  type Seen,
} from "@hemvist/casework";
import type { Model, Municipality } from "@hemvist/rules";

/**
 * A decision as its administration sees it: what stands with its assignments, the history, and the next check. If a
 * later revision was returned, it is there too, with its findings. If nothing stands, it is alone.
 */
export function decisionView(record: CaseRecord, municipality: Municipality) {
  const { standing, returned } = record;
  return {
    ...explained(answerOf(record, standing?.decision.revision), municipality),
    ...(standing && returned
      ? { returned: { revision: returned.decision.revision, findings: returned.judgement.findings } }
      : {}),
    ...(record.dueAt ? { nextCheckAt: record.dueAt } : {}),
    history: record.history,
  };
}

/** An assignment with its status and the open transitions. */
export function assignmentView(record: CaseRecord, assignment: Assignment, deliveredAt: Instant | undefined) {
  return {
    receipt: receiptOf(record, assignment, deliveredAt),
    proposals: record.proposals.filter(({ assignmentId }) => assignmentId === assignment.assignmentId),
    administration: record.administration,
    decisionId: record.decisionId,
    ...assignment,
    open: openTo(assignment.status),
    history: record.history.filter(
      (entry) => "assignmentId" in entry && entry.assignmentId === assignment.assignmentId,
    ),
  };
}

/**
 * An assignment as it was when a provider had it: what stood then, and what that provider reported and proposed. It says
 * nothing of the provider that has it now.
 */
export function formerAssignmentView(
  { record, assignment, heldUntil }: Extract<Seen, { as: "former-provider" }>,
  provider: string,
) {
  const then = record.stood.findLast(({ since }) => since < heldUntil)?.decision;
  const { subArea, to } =
    then?.interventions.find(({ interventionId }) => interventionId === assignment.interventionId) ?? {};
  return {
    administration: record.administration,
    decisionId: record.decisionId,
    assignmentId: assignment.assignmentId,
    interventionId: assignment.interventionId,
    provider,
    subArea,
    to,
    heldUntil,
    open: [],
    proposals: record.proposals,
    history: record.history,
  };
}

export const modelSummary = ({ name, municipality, validFrom, act }: Model) => ({
  name,
  municipality,
  validFrom,
  act,
});

/** A model as data. Of its rules it has the texts, not the code. It leaves out names that only sentences use. */
export const modelView = ({ sides: _sides, ...model }: Model) => ({
  ...model,
  rules: model.rules.map(({ id, severity, source, concerns }) => ({ rule: id, severity, source, concerns })),
});
