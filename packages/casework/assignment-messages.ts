import { assignmentsOf, type Decision, type Intervention, inboxOf, type Person } from "@hemvist/rules";
import type { Assignment, AssignmentStatus, Instant } from "./assignment.ts";
import type { CaseRecord, Revision } from "./case-record.ts";
import type { Draft } from "./message.ts";

type Happening = "requested" | "amended";

/**
 * What a provider needs in order to carry out an assignment, and no more. For a person with protected identity that is
 * SF's own reference, never a number or a name.
 */
export function handOver(happening: Happening, assignment: Assignment, revision: Revision): Draft {
  return {
    queue: assignmentsOf(assignment.provider),
    happening: `assignment.${happening}`,
    subject: assignment.assignmentId,
    data: contentOf(assignment, revision),
  };
}

function contentOf(assignment: Assignment, { decision, judgement }: Revision): Draft["data"] {
  const intervention = decision.interventions.find(
    ({ interventionId }) => interventionId === assignment.interventionId,
  );
  return {
    assignmentId: assignment.assignmentId,
    administration: decision.administration,
    decisionId: decision.decisionId,
    revision: decision.revision,
    caseNumber: decision.caseNumber,
    legalBasis: judgement.legalBasis,
    area: assignment.area,
    subArea: assignment.subArea,
    from: assignment.from,
    to: assignment.to,
    ...wishesOf(intervention),
    ...(decision.workPlan ? { workPlan: goalOf(decision.workPlan) } : {}),
    person: personFor(decision.person),
    answerBy: assignment.answerBy,
    model: judgement.model,
  };
}

/** What SF asked for beyond the sub-area and the dates. Absent if it asked for nothing. */
const wishesOf = (
  intervention: Intervention | undefined,
): Pick<Intervention, "service" | "follows" | "contact"> => ({
  ...(intervention?.service ? { service: intervention.service } : {}),
  ...(intervention?.follows ? { follows: intervention.follows } : {}),
  ...(intervention?.contact ? { contact: intervention.contact } : {}),
});

const goalOf = ({ goal, nextFollowUpOn }: NonNullable<Decision["workPlan"]>) => ({
  goal,
  ...(nextFollowUpOn ? { nextFollowUpOn } : {}),
});

/** What a receiver gets about a person. With protected identity, only SF's own reference. */
export function personFor(person: Person): Record<string, unknown> {
  if (person.protectedIdentity) return { protectedIdentity: true, reference: person.reference };
  const { protectedIdentity: _, replaces: __, ...known } = person;
  return known;
}

interface HandedOver {
  readonly assignment: Assignment;
  readonly revision: Revision;
}

/** Whether the message holds anything new for the provider. Fields that only name the revision do not count. */
export function differs({ before, after }: { before: HandedOver; after: HandedOver }): boolean {
  const said = ({ assignment, revision }: HandedOver): string => {
    const { revision: _revision, model: _model, ...content } = contentOf(assignment, revision);
    return JSON.stringify(content, byName);
  };
  return said(before) !== said(after);
}

/** The store gives fields back in another order than a message has them. */
const byName = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Takes an assignment back: SF has ended it, through a revision or by revoking the decision. */
export function callBack({ assignmentId, provider }: Assignment, decision: Decision): Draft {
  return {
    queue: assignmentsOf(provider),
    happening: "assignment.cancelled",
    subject: assignmentId,
    data: {
      assignmentId,
      administration: decision.administration,
      decisionId: decision.decisionId,
      revision: decision.revision,
      ...(decision.revocation ? { revocation: decision.revocation } : {}),
    },
  };
}

/** Notifies SF that an assignment's status has changed, with the provider's reason as a fact. */
export function statusChanged(
  record: CaseRecord,
  assignment: Assignment,
  { previousStatus, occurredAt }: { previousStatus: AssignmentStatus; occurredAt: Instant },
): Draft {
  return {
    queue: inboxOf(record.administration),
    happening: "assignment.status-changed",
    subject: assignment.assignmentId,
    data: {
      assignmentId: assignment.assignmentId,
      administration: record.administration,
      decisionId: record.decisionId,
      provider: assignment.provider,
      previousStatus,
      status: assignment.status,
      occurredAt,
      ...(assignment.expectedStartOn ? { expectedStartOn: assignment.expectedStartOn } : {}),
      ...(assignment.reason ? { reason: assignment.reason } : {}),
      ...(assignment.result ? { result: assignment.result } : {}),
    },
  };
}
