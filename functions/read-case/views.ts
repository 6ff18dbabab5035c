import { type Assignment, answerOf, type CaseRecord, explained, openTo } from "@hemvist/casework";
import type { Model } from "@hemvist/rules";

/** A decision as its administration sees it: the newest word on it, what stands, what happened, what is awaited. */
export function decisionView(record: CaseRecord) {
  const { standing, returned } = record;
  return {
    ...explained(answerOf(record)),
    ...(standing && returned
      ? { standing: { revision: standing.decision.revision, outcome: standing.judgement.outcome } }
      : {}),
    ...(record.dueAt ? { nextCheckAt: record.dueAt } : {}),
    history: record.history,
  };
}

/** An assignment with where it stands and where it can go from there. */
export function assignmentView(record: CaseRecord, assignment: Assignment) {
  return {
    administration: record.administration,
    decisionId: record.decisionId,
    ...assignment,
    open: openTo(assignment.status),
    history: record.history.filter(
      (entry) => "assignmentId" in entry && entry.assignmentId === assignment.assignmentId,
    ),
  };
}

/** One line of a person's interventions: across all administrations and whoever carries them out. */
export const interventionsOf = (records: readonly CaseRecord[]) =>
  records
    .flatMap(({ administration, decisionId, standing, assignments }) =>
      assignments.map(
        ({ governedBy: _governedBy, requestedAt: _requestedAt, answerBy: _answerBy, ...assignment }) => ({
          administration,
          decisionId,
          ...(standing ? { legalBasis: standing.judgement.legalBasis } : {}),
          ...assignment,
        }),
      ),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));

export const modelSummary = ({ name, municipality, validFrom, act }: Model) => ({
  name,
  municipality,
  validFrom,
  act,
});

/** A model as data: of its rules what they say, not how they are decided. */
export const modelView = (model: Model) => ({
  ...model,
  rules: model.rules.map(({ id, severity, source, concerns }) => ({ rule: id, severity, source, concerns })),
});
