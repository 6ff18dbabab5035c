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
import * as z from "zod";

// The store's answer is parsed like any other message. So a record from another version of the code, or from a
// person's hand, fails here and not in the middle of a decision. The parsing is strict: hemvist writes a record back
// whole, so a field that this version does not know would be lost (ADR 24).

const citation = z.strictObject({ legalBasis: legalBasisCode, act: z.enum(acts) });

const named = {
  protectedIdentity: z.literal(false),
  givenName: z.string().exactOptional(),
  familyName: z.string().exactOptional(),
  replaces: z.string().exactOptional(),
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
  validTo: civilDate.exactOptional(),
  citation,
  person,
  basicDecision: z.strictObject({ decisionId: z.string(), decidedOn: civilDate, citation }).exactOptional(),
  assessment: z.strictObject({
    unemployment: z.enum(unemployments),
    workAbility: z.enum(workAbilities),
    needsInvestigationOrRehabilitation: z.boolean(),
    expectedInWorkOrStudiesBy: civilDate.exactOptional(),
    labourMarketMeasureAvailable: z.boolean().exactOptional(),
  }),
  employmentServiceConsultation: z.strictObject({ heldOn: civilDate }).exactOptional(),
  workPlan: z
    .strictObject({
      workPlanId: z.string(),
      establishedOn: civilDate,
      participationRequired: z.boolean(),
      goal: z.enum(workPlanGoals),
      nextFollowUpOn: civilDate.exactOptional(),
      followUpEveryWeeks: z.int().exactOptional(),
    })
    .exactOptional(),
  parallelAgreement: z.string().exactOptional(),
  interventions: z.array(
    z.strictObject({
      interventionId: z.string(),
      subArea,
      from: civilDate,
      to: civilDate,
      decidedOn: civilDate.exactOptional(),
      service: z.string().exactOptional(),
      follows: z.string().exactOptional(),
      contact: z.string().exactOptional(),
    }),
  ),
  revocation: revocation.exactOptional(),
}) satisfies z.ZodType<Decision>;

const placement = z.strictObject({
  interventionId: z.string(),
  area,
  subArea,
  governedBy: z.array(side),
  carriedOutBy: side,
  provider: z.string().exactOptional(),
  parallel: z.boolean(),
});

const judgement = z.strictObject({
  outcome: z.enum(outcomes),
  legalBasis: legalBasisCode,
  model: z.string().exactOptional(),
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
}) satisfies z.ZodType<Judgement>;

const revision = z.strictObject({ decision, contentHash: z.string(), receivedAt: z.string(), judgement });

const reason = z.strictObject({
  code: z.enum(reasonCodes),
  whose: z.enum(reasonOwners),
  text: z.string().exactOptional(),
});

const assignment = placement.omit({ provider: true }).extend({
  assignmentId: z.string(),
  provider: z.string(),
  decidedOn: civilDate,
  from: civilDate,
  to: civilDate,
  status: assignmentStatus,
  requestedAt: z.string(),
  statusAt: z.string(),
  heardAt: z.string(),
  begunAt: z.string().exactOptional(),
  answerBy: civilDate,
  expectedStartOn: civilDate.exactOptional(),
  reason: reason.exactOptional(),
  result: z.enum(results).exactOptional(),
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
  answeredAt: z.string().exactOptional(),
  reason: z.enum(declineReasons).exactOptional(),
  metBy: z.int().exactOptional(),
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
  providerAgain: text.exactOptional(),
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
  decision: z
    .strictObject({
      decidedOn: civilDate,
      legalBasis: legalBasisCode,
      interventions: z.array(z.strictObject({ interventionId: z.string(), subArea, to: civilDate })),
      revocation: revocation.exactOptional(),
    })
    .exactOptional(),
}) satisfies z.ZodType<Stood>;

const message = z.strictObject({ queue: z.string(), event: cloudEvent }) satisfies z.ZodType<Message>;

/** A record as the store holds it, without the attributes that only its indexes use. */
export const storedCase = z.strictObject({
  administration,
  decisionId: z.string(),
  version: z.int(),
  personKey: z.string(),
  caseKey: z.string().exactOptional(),
  formerPersonKeys: z.array(z.string()).exactOptional(),
  standing: revision.exactOptional(),
  returned: revision.exactOptional(),
  assignments: z.array(assignment),
  proposals: z.array(proposal),
  followUps: z.array(followUp),
  history: z.array(historyEntry),
  inboxVersions: z.record(z.string(), z.int()),
  stood: z.array(stood),
  outbox: z.array(message),
  dueAt: z.string().exactOptional(),
  eraseAt: z.string().exactOptional(),
}) satisfies z.ZodType<CaseRecord>;

export const storedOutbox = z.array(message);
