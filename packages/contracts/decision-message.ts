import {
  type Citation,
  type CivilDate,
  type Decision,
  type Municipality,
  type Person,
  readCitation,
  unemployments,
  workAbilities,
  workPlanGoals,
} from "@hemvist/rules";
import * as z from "zod/mini";
import { decisionFaults } from "./decision-faults.ts";
import { described } from "./described.ts";
import { twelveDigits } from "./identity-number.ts";
import { perMunicipality } from "./of-municipality.ts";
import {
  administration,
  as,
  assignmentId,
  civilDate,
  id,
  legalBasis,
  registryNumber,
  subArea,
  text,
} from "./parts.ts";
import { person } from "./person.ts";
import { parsedBy, type Read, unreadable } from "./reading.ts";
import { revocation } from "./revocation.ts";

const workPlan = z.strictObject({
  workPlanId: registryNumber,
  establishedOn: civilDate,
  participationRequired: z.boolean(),
  goal: z.enum(workPlanGoals),
  nextFollowUpOn: z.exactOptional(civilDate),
  followUpEveryWeeks: z.exactOptional(z.int().check(z.minimum(1), z.maximum(52))),
});

const intervention = z.strictObject({
  interventionId: id,
  subArea,
  from: civilDate,
  to: described(civilDate, { description: "The last day, inclusive" }),
  decidedOn: described(z.exactOptional(civilDate), {
    description: "When the intervention was decided, if not together with the decision",
  }),
  service: z.exactOptional(id),
  follows: described(z.exactOptional(assignmentId), {
    description: "The assignment that this one continues",
  }),
  contact: described(z.exactOptional(text(100)), {
    description: "A unit or a role, never a private person's data",
  }),
});

const mostInterventions = 20;

// Checked even if an intervention cannot be read, so that the answer has every fault at once.
const once = { when: ({ value }: { readonly value: unknown }) => Array.isArray(value) };

const areUnique = (interventions: readonly unknown[]): boolean => {
  if (interventions.length < 2) return true;
  const ids = interventions.flatMap((one) => idIn(one) ?? []);
  return new Set(ids).size === ids.length;
};

const idIn = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null || !("interventionId" in value)) return undefined;
  return typeof value.interventionId === "string" ? value.interventionId : undefined;
};

const interventions = described(
  z.array(intervention).check(
    z.refine((list) => list.length > 0, { ...as("too-few"), ...once }),
    z.refine((list) => list.length <= mostInterventions, { ...as("too-many"), ...once }),
    z.refine(areUnique, { ...as("not-unique"), ...once }),
  ),
  { minItems: 1, maxItems: mostInterventions },
);

/** A decision as SF's case systems send it: the whole decision as it stands in this revision. */
export const decisionMessage = described(
  z.strictObject({
    decisionId: id,
    revision: z.int().check(z.minimum(1), z.maximum(9999)),
    administration,
    caseNumber: registryNumber,
    decidedOn: civilDate,
    validFrom: civilDate,
    validTo: described(z.exactOptional(civilDate), {
      description: "The last day, inclusive. `9999-12-31` means until further notice, and counts as absent",
    }),
    legalBasis,
    person,
    basicDecision: z.exactOptional(z.strictObject({ decisionId: id, decidedOn: civilDate, legalBasis })),
    assessment: z.strictObject({
      unemployment: z.enum(unemployments),
      workAbility: z.enum(workAbilities),
      needsInvestigationOrRehabilitation: z.boolean(),
      expectedInWorkOrStudiesBy: z.exactOptional(civilDate),
      labourMarketMeasureAvailable: z.exactOptional(z.boolean()),
    }),
    employmentServiceConsultation: z.exactOptional(z.strictObject({ heldOn: civilDate })),
    workPlan: z.exactOptional(workPlan),
    parallelAgreement: z.exactOptional(id),
    interventions,
    revocation: z.exactOptional(revocation),
  }),
  { id: "Decision", title: "A decision (SF → hemvist)" },
);

const decisionMessageTo = perMunicipality((its) => z.extend(decisionMessage, { administration: its }));

type DecisionMessage = z.infer<typeof decisionMessage>;

/**
 * Reads a decision, or says everything that is wrong with it at once. `receivedOn` decides the century of an identity
 * number with ten digits, and limits what may have happened.
 */
export function readDecision(
  message: unknown,
  { receivedOn, municipality }: { readonly receivedOn: CivilDate; readonly municipality: Municipality },
): Read<Decision> {
  const { data, sent, faults } = parsedBy(decisionMessageTo(municipality), message);
  const all = [...faults, ...decisionFaults(sent, receivedOn)];
  return data === undefined || all.length > 0
    ? unreadable(all)
    : { ok: true, value: decisionOf(data, receivedOn) };
}

function decisionOf(message: DecisionMessage, receivedOn: CivilDate): Decision {
  const { legalBasis: cited, basicDecision, ...rest } = message;
  return {
    ...rest,
    person: personOf(message.person, receivedOn),
    citation: citationOf(cited),
    ...(basicDecision ? { basicDecision: basicOf(basicDecision) } : {}),
  };
}

/** The person, every number with its twelve digits. */
function personOf(sent: DecisionMessage["person"], receivedOn: CivilDate): Person {
  if (sent.protectedIdentity) return sent;
  const number = "identityNumber" in sent ? twelveDigits(sent.identityNumber, receivedOn) : undefined;
  const replaces = sent.replaces === undefined ? undefined : replacedBy(sent.replaces, receivedOn);
  return {
    ...sent,
    ...(number === undefined ? {} : { identityNumber: number }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/** What stood before: a number with its twelve digits, or a reference as it was sent. */
const replacedBy = (sent: string, receivedOn: CivilDate): string => twelveDigits(sent, receivedOn) ?? sent;

const basicOf = ({
  decisionId,
  decidedOn,
  legalBasis: cited,
}: NonNullable<DecisionMessage["basicDecision"]>) => ({
  decisionId,
  decidedOn,
  citation: citationOf(cited),
});

function citationOf(cited: string): Citation {
  const reading = readCitation(cited);
  if (reading.kind !== "read") throw new Error("the schema lets only citations through that can be read");
  return reading.citation;
}
