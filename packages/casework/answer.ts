import {
  type Finding,
  type LegalBasis,
  type Municipality,
  modelNamed,
  ruleOf,
  type Source,
  type TriedRule,
} from "@hemvist/rules";
import { assignmentIdOf } from "./addresses.ts";
import type { Assignment, AssignmentStatus } from "./assignment.ts";
import type { CaseRecord, Revision } from "./case-record.ts";

/** One assignment, as SF gets it. */
export interface AnsweredAssignment
  extends Pick<
    Assignment,
    | "assignmentId"
    | "interventionId"
    | "area"
    | "subArea"
    | "governedBy"
    | "carriedOutBy"
    | "provider"
    | "parallel"
  > {
  readonly status: AssignmentStatus;
}

/**
 * The answer to SF about a decision: the body of a POST's response, and the data of `decision.assigned` and
 * `.returned`.
 */
export interface Answer {
  readonly administration: string;
  readonly decisionId: string;
  readonly revision: number;
  /** Absent in a decision check, which stores nothing. */
  readonly version?: number;
  readonly outcome: "assigned" | "returned";
  readonly legalBasis: LegalBasis;
  readonly model?: string;
  readonly assignments: readonly AnsweredAssignment[];
  readonly findings: readonly Finding[];
  readonly triedRules: readonly TriedRule[];
}

/**
 * The newest answer on a decision: the returned revision if it came last, otherwise what stands. If asked about a
 * revision, what stands, unless that revision was returned.
 */
export const answerOf = (record: CaseRecord, asked?: number): Answer => ({
  ...unnumberedAnswer(record, asked),
  version: record.version,
});

/** The same, for a message that gets its version when the record does. */
export function unnumberedAnswer(record: CaseRecord, asked?: number): Answer {
  const { returned, standing } = record;
  const isAboutReturned = asked === undefined || asked === returned?.decision.revision;
  const revision = isAboutReturned ? (returned ?? standing) : (standing ?? returned);
  if (revision === undefined) throw new Error("a record holds at least one revision");
  const assignments = revision === returned ? [] : record.assignments.map(answered);
  return answerFor(revision, assignments);
}

/** The answer a decision would get; nothing is stored. */
export function answerFor(
  { decision, judgement }: Pick<Revision, "decision" | "judgement">,
  assignments: readonly AnsweredAssignment[],
): Answer {
  return {
    administration: decision.administration,
    decisionId: decision.decisionId,
    revision: decision.revision,
    outcome: judgement.outcome,
    legalBasis: judgement.legalBasis,
    ...(judgement.model ? { model: judgement.model } : {}),
    assignments,
    findings: judgement.findings,
    triedRules: judgement.triedRules,
  };
}

/** The assignments that a decision would lead to. None if it is returned. */
export function prospects({
  decision,
  judgement,
}: Pick<Revision, "decision" | "judgement">): readonly AnsweredAssignment[] {
  if (judgement.outcome === "returned") return [];
  return judgement.placements.map(({ provider = "", ...placement }) => ({
    assignmentId: assignmentIdOf(decision, placement.interventionId),
    ...placement,
    provider,
    status: decision.revocation ? "cancelled" : "requested",
  }));
}

const answered = (assignment: Assignment): AnsweredAssignment => ({
  assignmentId: assignment.assignmentId,
  interventionId: assignment.interventionId,
  area: assignment.area,
  subArea: assignment.subArea,
  governedBy: assignment.governedBy,
  carriedOutBy: assignment.carriedOutBy,
  provider: assignment.provider,
  status: assignment.status,
  parallel: assignment.parallel,
});

/** The answer with the sentence that each tried rule enforces, by the model that judged. */
export function explained<T extends Pick<Answer, "model" | "triedRules">>(
  answer: T,
  municipality: Municipality,
) {
  const model = modelNamed(municipality, answer.model ?? "");
  return {
    ...answer,
    triedRules: answer.triedRules.map((tried): TriedRule & { readonly source?: Source } => {
      const source = model && ruleOf(model, tried.rule)?.source;
      return source ? { ...tried, source } : tried;
    }),
  };
}
