/**
 * What each field that takes a text of the sender's is to its reader. A field that comes new to a message and takes a
 * text has to be here: `npm run canaries` stops until a developer has said here what it is, and in the release table who gets
 * it.
 */
const contentOfField: Readonly<Record<string, string>> = {
  "/decisionId": "an id",
  "/interventions/0/interventionId": "an id",
  "/interventions/0/follows": "the assignment that it follows",
  "/assignmentId": "an id",
  "/caseNumber": "the case number",
  "/person/identityNumber": "the identity number",
  "/person/givenName": "the name",
  "/person/familyName": "the name",
  "/person/reference": "SF's reference",
  "/person/replaces": "the number or reference before",
  "/workPlan/workPlanId": "what only hemvist needs",
  "/basicDecision/decisionId": "what only hemvist needs",
  "/parallelAgreement": "what only hemvist needs",
  "/legalBasis": "what only hemvist needs",
  "/basicDecision/legalBasis": "what only hemvist needs",
  "/interventions/0/service": "the service",
  "/interventions/0/contact": "the contact",
  "/reason/text": "the provider's words",
  "/wish/service": "the proposed service",
  "/identityNumber": "what a search asks for",
  "/reference": "what a search asks for",
  "/purpose": "what a search asks for",
};

/** A search's case number is what it asks for. */
export function contentOf(kind: string, pointer: string): string {
  if (kind === "search") return "what a search asks for";
  const content = contentOfField[pointer];
  if (content === undefined)
    throw new Error(
      `The field ${pointer} of a ${kind} takes a text, and test/canaries/contents.ts has no word for it`,
    );
  return content;
}

/** A value that hemvist cannot read where it stands. */
export const notRead = "a value that cannot be read";
/** A sender's own name of a field. */
export const nameOfField = "a field's name that hemvist does not know";
/** What stands around a message. */
export const around = {
  envelope: "the sender's own envelope",
  attributes: "attributes and groups of the sender's message",
  headers: "headers of a request",
  address: "the path or the query of a request",
  trace: "the trace of the sender's",
  operator: "what an operator writes as a reason",
  operatorsId: "an id that an operator asks for",
  operatorsNumber: "the number of a person who asks who has looked",
} as const;
