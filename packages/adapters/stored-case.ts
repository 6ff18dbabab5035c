import type { CaseRecord, Message, Proposal, Stood } from "@hemvist/casework";
import { administration, assignmentStatus, civilDate, cloudEvent, subArea } from "@hemvist/contracts";
import type { Decision, Judgement } from "@hemvist/rules";
import * as z from "zod";

// What the store gives back is read like any other message: a record that another version of the code wrote,
// or somebody's hand, is found out here and not in the middle of a decision. Strictly: a record is written back
// whole, so a field that this version does not know would be gone for good (ADR 24).

const side = z.enum(["sf", "arbvux"]);
const bilingual = z.strictObject({ sv: z.string(), en: z.string() });
const legalBasis = z.enum(["sol-12-4", "sol-12-1", "sol-11-1"]);
const citation = z.strictObject({ legalBasis, act: z.enum(["SFS 2001:453", "SFS 2025:400"]) });
const area = z.enum(["social", "health", "competence", "job"]);
const severity = z.enum(["must", "should"]);

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

const revocation = z.strictObject({
  on: civilDate,
  reason: z.enum([
    "no-longer-needed",
    "decided-wrongly",
    "person-withdrew",
    "person-moved",
    "person-died",
    "replaced",
  ]),
});

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
    unemployment: z.enum(["full-time", "part-time", "none"]),
    workAbility: z.enum(["established", "unclear"]),
    needsInvestigationOrRehabilitation: z.boolean(),
    expectedInWorkOrStudiesBy: civilDate.exactOptional(),
    labourMarketMeasureAvailable: z.boolean().exactOptional(),
  }),
  employmentServiceConsultation: z.strictObject({ heldOn: civilDate }).exactOptional(),
  workPlan: z
    .object({
      workPlanId: z.string(),
      establishedOn: civilDate,
      participationRequired: z.boolean(),
      goal: z.enum(["work", "studies"]),
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
  outcome: z.enum(["assigned", "returned"]),
  legalBasis,
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
  code: z.string(),
  whose: z.enum(["person", "provider", "sf", "other"]),
  text: z.string().exactOptional(),
});
const result = z.enum(["work", "studies", "next-step", "none"]);

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
  result: result.exactOptional(),
});

const followUpKind = z.enum([
  "not-acknowledged",
  "not-answered",
  "not-started",
  "no-news",
  "not-resumed",
  "not-ended",
  "never-carried-out",
  "work-plan-review",
  "gap-ahead",
  "decision-ending",
  "horizon-near",
  "horizon-passed",
  "delay-near",
  "delay-passed",
  "proposal-unanswered",
  "revision-expected",
  "correction-expected",
]);
const occurrence = { kind: followUpKind, about: z.string(), occurrence: civilDate };

const wish = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["extend", "end-early"]), to: civilDate }),
  z.strictObject({ kind: z.literal("change-start"), from: civilDate }),
  z.strictObject({ kind: z.literal("change-service"), service: z.string() }),
  z.strictObject({ kind: z.literal("change-sub-area"), subArea }),
]);
const proposalStatus = z.enum(["proposed", "agreed", "declined", "withdrawn", "superseded"]);

const proposal = z.strictObject({
  proposalId: z.string(),
  assignmentId: z.string(),
  provider: z.string(),
  wish,
  status: proposalStatus,
  madeAt: z.string(),
  answeredAt: z.string().exactOptional(),
  reason: z
    .enum(["not-needed", "not-within-decision", "no-means", "person-declined", "other"])
    .exactOptional(),
  metBy: z.int().exactOptional(),
}) satisfies z.ZodType<Proposal>;

const written = { version: z.int(), at: z.string(), by: z.string() };
const historyEntry = z.discriminatedUnion("what", [
  z.strictObject({
    what: z.literal("revision-assigned"),
    revision: z.int(),
    contentHash: z.string(),
    model: z.string(),
    decidedOn: civilDate,
    ...written,
  }),
  z.strictObject({
    what: z.literal("revision-returned"),
    revision: z.int(),
    contentHash: z.string(),
    rules: z.array(z.string()),
    ...written,
  }),
  z.strictObject({
    what: z.enum(["assignment-requested", "assignment-amended", "assignment-cancelled"]),
    assignmentId: z.string(),
    provider: z.string(),
    ...written,
  }),
  z.strictObject({
    what: z.literal("progress-reported"),
    assignmentId: z.string(),
    progressId: z.string(),
    status: assignmentStatus,
    occurredAt: z.string(),
    expectedStartOn: civilDate.exactOptional(),
    reason: reason.exactOptional(),
    result: result.exactOptional(),
    ...written,
  }),
  z.strictObject({
    what: z.literal("proposal-changed"),
    proposalId: z.string(),
    assignmentId: z.string(),
    status: proposalStatus,
    wish: z.enum(["extend", "end-early", "change-start", "change-service", "change-sub-area"]),
    ...written,
  }),
  z.strictObject({
    what: z.literal("proposal-met"),
    proposalId: z.string(),
    assignmentId: z.string(),
    revision: z.int(),
    ...written,
  }),
  z.strictObject({ what: z.literal("identity-protected"), sentBefore: z.array(z.string()), ...written }),
  z.strictObject({
    what: z.literal("follow-up-told"),
    ...occurrence,
    level: z.enum(["provider", "sf", "operative-group", "sob"]),
    provider: z.string().exactOptional(),
    ...written,
  }),
  z.strictObject({ what: z.literal("follow-up-ended"), ...occurrence, ...written }),
]);

const stood = z.strictObject({
  since: z.string(),
  personKey: z.string(),
  decision: z
    .strictObject({
      decidedOn: civilDate,
      legalBasis,
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
  followUps: z.array(z.strictObject({ ...occurrence, step: z.int(), toldAt: z.string() })),
  history: z.array(historyEntry),
  inboxVersions: z.record(z.string(), z.int()),
  stood: z.array(stood),
  outbox: z.array(message),
  dueAt: z.string().exactOptional(),
}) satisfies z.ZodType<CaseRecord>;

export const storedOutbox = z.array(message);
