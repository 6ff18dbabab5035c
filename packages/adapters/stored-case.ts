import {
  type CaseRecord,
  declineReasons,
  followUpKinds,
  levels,
  type Message,
  proposalStatuses,
  reasonCodes,
  reasonOwners,
  results,
  type Stood,
} from "@hemvist/casework";
import {
  administration,
  area,
  assignmentStatus,
  bilingual,
  civilDate,
  cloudEvent,
  historyEntryOf,
  legalBasisCode,
  revocation,
  severity,
  side,
  subArea,
} from "@hemvist/contracts";
import {
  acts,
  type Decision,
  type Judgement,
  outcomes,
  unemployments,
  workAbilities,
  workPlanGoals,
} from "@hemvist/rules";
import * as z from "zod/mini";

// The store's answer is parsed like any other message. So a record from another version of the code, or from a
// person's hand, fails here and not in the middle of a decision. The parsing is strict: hemvist writes a record back
// whole, so a field that this version does not know would be lost (ADR 24).

const citation = z.strictObject({ legalBasis: legalBasisCode, act: z.enum(acts) });

const named = {
  protectedIdentity: z.literal(false),
  givenName: z.exactOptional(z.string()),
  familyName: z.exactOptional(z.string()),
  replaces: z.exactOptional(z.string()),
};
const person = z.union([
  z.strictObject({ ...named, identityNumber: z.string() }),
  z.strictObject({ ...named, reference: z.string(), birthDate: civilDate }),
  z.strictObject({ protectedIdentity: z.literal(true), reference: z.string() }),
]);

const decision = z.strictObject({
  decisionId: z.string(),
  revision: z.int(),
  administration,
  caseNumber: z.string(),
  decidedOn: civilDate,
  validFrom: civilDate,
  validTo: z.exactOptional(civilDate),
  citation,
  person,
  basicDecision: z.exactOptional(z.strictObject({ decisionId: z.string(), decidedOn: civilDate, citation })),
  assessment: z.strictObject({
    unemployment: z.enum(unemployments),
    workAbility: z.enum(workAbilities),
    needsInvestigationOrRehabilitation: z.boolean(),
    expectedInWorkOrStudiesBy: z.exactOptional(civilDate),
    labourMarketMeasureAvailable: z.exactOptional(z.boolean()),
  }),
  employmentServiceConsultation: z.exactOptional(z.strictObject({ heldOn: civilDate })),
  workPlan: z.exactOptional(
    z.strictObject({
      workPlanId: z.string(),
      establishedOn: civilDate,
      participationRequired: z.boolean(),
      goal: z.enum(workPlanGoals),
      nextFollowUpOn: z.exactOptional(civilDate),
      followUpEveryWeeks: z.exactOptional(z.int()),
    }),
  ),
  parallelAgreement: z.exactOptional(z.string()),
  interventions: z.array(
    z.strictObject({
      interventionId: z.string(),
      subArea,
      from: civilDate,
      to: civilDate,
      decidedOn: z.exactOptional(civilDate),
      service: z.exactOptional(z.string()),
      follows: z.exactOptional(z.string()),
      contact: z.exactOptional(z.string()),
    }),
  ),
  revocation: z.exactOptional(revocation),
}) satisfies z.ZodMiniType<Decision>;

const placement = z.strictObject({
  interventionId: z.string(),
  area,
  subArea,
  governedBy: z.array(side),
  carriedOutBy: side,
  provider: z.exactOptional(z.string()),
  parallel: z.boolean(),
});

const judgement = z.strictObject({
  outcome: z.enum(outcomes),
  legalBasis: legalBasisCode,
  model: z.exactOptional(z.string()),
  placements: z.array(placement),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity,
      source: z.strictObject({ document: z.string(), quote: z.string() }),
      pointer: z.string(),
      message: bilingual,
      wouldHoldIf: bilingual,
    }),
  ),
  triedRules: z.array(
    z.strictObject({ rule: z.string(), severity, holds: z.boolean(), concerns: z.string() }),
  ),
}) satisfies z.ZodMiniType<Judgement>;

const revision = z.strictObject({ decision, contentHash: z.string(), receivedAt: z.string(), judgement });

const reason = z.strictObject({
  code: z.enum(reasonCodes),
  whose: z.enum(reasonOwners),
  text: z.exactOptional(z.string()),
});

const assignment = z.extend(z.omit(placement, { provider: true }), {
  assignmentId: z.string(),
  provider: z.string(),
  decidedOn: civilDate,
  from: civilDate,
  to: civilDate,
  status: assignmentStatus,
  requestedAt: z.string(),
  statusAt: z.string(),
  heardAt: z.string(),
  begunAt: z.exactOptional(z.string()),
  answerBy: civilDate,
  expectedStartOn: z.exactOptional(civilDate),
  reason: z.exactOptional(reason),
  result: z.exactOptional(z.enum(results)),
});

const wish = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("extend"), to: civilDate }),
  z.strictObject({ kind: z.literal("end-early"), to: civilDate }),
  z.strictObject({ kind: z.literal("change-start"), from: civilDate }),
  z.strictObject({ kind: z.literal("change-service"), service: z.string() }),
  z.strictObject({ kind: z.literal("change-sub-area"), subArea }),
]);

const proposal = z.strictObject({
  proposalId: z.string(),
  assignmentId: z.string(),
  provider: z.string(),
  wish,
  status: z.enum(proposalStatuses),
  madeAt: z.string(),
  answeredAt: z.exactOptional(z.string()),
  reason: z.exactOptional(z.enum(declineReasons)),
  metBy: z.exactOptional(z.int()),
});

const text = z.string();
const historyEntry = historyEntryOf({
  version: z.int(),
  instant: text,
  by: text,
  contentHash: text,
  assignmentId: text,
  progressId: text,
  reason,
  level: z.enum(levels),
  about: text,
  provider: text,
  providerAgain: z.exactOptional(text),
});

const followUp = z.strictObject({
  kind: z.enum(followUpKinds),
  about: z.string(),
  occurrence: civilDate,
  step: z.int(),
  toldAt: z.string(),
});

const stood = z.strictObject({
  since: z.string(),
  personKey: z.string(),
  decision: z.exactOptional(
    z.strictObject({
      decidedOn: civilDate,
      legalBasis: legalBasisCode,
      interventions: z.array(z.strictObject({ interventionId: z.string(), subArea, to: civilDate })),
      revocation: z.exactOptional(revocation),
    }),
  ),
}) satisfies z.ZodMiniType<Stood>;

const message = z.strictObject({ queue: z.string(), event: cloudEvent }) satisfies z.ZodMiniType<Message>;

/** A record as the store holds it, without the attributes that only its indexes use. */
export const storedCase = z.strictObject({
  administration,
  decisionId: z.string(),
  version: z.int(),
  personKey: z.string(),
  caseKey: z.exactOptional(z.string()),
  formerPersonKeys: z.exactOptional(z.array(z.string())),
  standing: z.exactOptional(revision),
  returned: z.exactOptional(revision),
  assignments: z.array(assignment),
  proposals: z.array(proposal),
  followUps: z.array(followUp),
  history: z.array(historyEntry),
  inboxVersions: z.record(z.string(), z.int()),
  stood: z.array(stood),
  outbox: z.array(message),
  dueAt: z.exactOptional(z.string()),
  eraseAt: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<CaseRecord>;

export const storedOutbox = z.array(message);
