import { type Citation, type CivilDate, type Decision, readCitation } from "@hemvist/rules";
import * as z from "zod";
import { type Fault, fault, faultsOf } from "./fault.ts";
import { twelveDigits } from "./identity-number.ts";
import { administration, as, civilDate, id, identityNumber, legalBasis, subArea, text } from "./parts.ts";
import { revocation } from "./revocation.ts";

const person = z.discriminatedUnion("protectedIdentity", [
  z.strictObject({
    identityNumber,
    protectedIdentity: z.literal(false),
    givenName: text(100),
    familyName: text(100),
  }),
  z.strictObject({
    protectedIdentity: z.literal(true),
    reference: id.meta({ description: "SF's own reference: never a number, never a name" }),
  }),
]);

const workPlan = z.strictObject({
  workPlanId: id,
  establishedOn: civilDate,
  participationRequired: z.boolean(),
  goal: z.enum(["work", "studies"]),
  nextFollowUpOn: civilDate.exactOptional(),
  followUpEveryWeeks: z.int().min(1).max(52).exactOptional(),
});

const intervention = z.strictObject({
  interventionId: id,
  subArea,
  from: civilDate,
  to: civilDate.meta({ description: "The last day, inclusive" }),
  service: id.exactOptional(),
  follows: text(200).exactOptional(),
  contact: text(100).exactOptional().meta({ description: "A unit or a role, never a private person's data" }),
});

const mostInterventions = 20;

// Looked at even where an intervention cannot be read, so that every fault is told at once.
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

const interventions = z
  .array(intervention)
  .refine((list) => list.length > 0, { ...as("too-few"), ...once })
  .refine((list) => list.length <= mostInterventions, { ...as("too-many"), ...once })
  .refine(areUnique, { ...as("not-unique"), ...once })
  .meta({ minItems: 1, maxItems: mostInterventions });

/** A decision as SF's case systems send it: the whole decision as it stands in this revision. */
export const decisionMessage = z
  .strictObject({
    decisionId: id,
    revision: z.int().min(1).max(9999),
    administration,
    caseNumber: id,
    decidedOn: civilDate,
    validFrom: civilDate,
    validTo: civilDate.exactOptional().meta({ description: "The last day, inclusive" }),
    legalBasis,
    person,
    basicDecision: z.strictObject({ decisionId: id, decidedOn: civilDate, legalBasis }).exactOptional(),
    assessment: z.strictObject({
      unemployment: z.enum(["full-time", "part-time", "none"]),
      workAbility: z.enum(["established", "unclear"]),
      needsInvestigationOrRehabilitation: z.boolean(),
      expectedInWorkOrStudiesBy: civilDate.exactOptional(),
      labourMarketMeasureAvailable: z.boolean().exactOptional(),
    }),
    employmentServiceConsultation: z.strictObject({ heldOn: civilDate }).exactOptional(),
    workPlan: workPlan.exactOptional(),
    parallelAgreement: id.exactOptional(),
    interventions,
    revocation: revocation.exactOptional(),
  })
  .meta({ id: "Decision", title: "A decision (SF → hemvist)" });

type DecisionMessage = z.infer<typeof decisionMessage>;

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a decision, or says everything that is wrong with it at once.
 * @param receivedOn tells the century of an identity number that was written with ten digits
 */
export function readDecision(message: unknown, receivedOn: CivilDate): Read<Decision> {
  const parsed = decisionMessage.safeParse(message, { reportInput: true });
  if (!parsed.success) {
    const numberIn = numbered.safeParse(message).data?.person.identityNumber;
    const isUnread = numberIn !== undefined && twelveDigits(numberIn, receivedOn) === undefined;
    return { ok: false, faults: [...faultsOf(parsed.error.issues), ...(isUnread ? [wrongCentury] : [])] };
  }
  const person = personOf(parsed.data.person, receivedOn);
  return person === undefined
    ? { ok: false, faults: [wrongCentury] }
    : { ok: true, value: decisionOf(parsed.data, person) };
}

/** As much of a message as tells whether its identity number can be read, whatever else is wrong with it. */
const numbered = z.object({
  person: z.object({ protectedIdentity: z.literal(false), identityNumber }),
});

/** A number that is one in some century, but not in the one that it means on the day it is received. */
const wrongCentury = fault("/person/identityNumber", "not-an-identity-number");

function personOf(sent: DecisionMessage["person"], receivedOn: CivilDate): Decision["person"] | undefined {
  if (sent.protectedIdentity) return sent;
  const digits = twelveDigits(sent.identityNumber, receivedOn);
  return digits === undefined ? undefined : { ...sent, identityNumber: digits };
}

function decisionOf(message: DecisionMessage, person: Decision["person"]): Decision {
  const { legalBasis: cited, basicDecision, ...rest } = message;
  return {
    ...rest,
    person,
    citation: citationOf(cited),
    ...(basicDecision ? { basicDecision: basicOf(basicDecision) } : {}),
  };
}

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
  const citation = readCitation(cited);
  if (citation === undefined) throw new Error("the schema lets only citations through that can be read");
  return citation;
}
