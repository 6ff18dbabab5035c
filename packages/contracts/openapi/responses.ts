import type { ZodOpenApiResponseObject } from "zod-openapi";
import { fault } from "../fault.ts";
import { type ProblemName, problem } from "../problem.ts";
import { problemSchema } from "../problem-schema.ts";

interface Described {
  readonly description: string;
  readonly headers?: ZodOpenApiResponseObject["headers"];
}

/** An answer that says what is wrong, with an example of each problem it may be. */
const refused = (
  { description, headers }: Described,
  problems: Readonly<Partial<Record<ProblemName, Readonly<Record<string, unknown>>>>>,
): ZodOpenApiResponseObject => ({
  description,
  ...(headers ? { headers } : {}),
  content: {
    "application/problem+json": {
      schema: problemSchema,
      examples: Object.fromEntries(
        problemNames(problems).map((name) => [name, { value: problem(name, problems[name]) }]),
      ),
    },
  },
});

const problemNames = (problems: object): readonly ProblemName[] =>
  names.filter((name) => Object.hasOwn(problems, name));

const names = [
  "unreadable",
  "not-authenticated",
  "not-allowed",
  "not-yours",
  "not-found",
  "method-not-allowed",
  "content-differs",
  "revision-skipped",
  "not-open",
  "progress-id-taken",
  "in-the-future",
  "before-the-decision",
  "before-the-last",
  "outside-the-assignment",
  "no-room",
  "too-many",
  "no-such-proposal",
  "proposal-id-taken",
  "already-settled",
  "assignment-ended",
  "not-within-assignment",
  "too-large",
  "not-json",
  "not-utf-8",
  "conflict",
  "issuer-unreachable",
  "access-not-logged",
  "fault",
] as const satisfies readonly ProblemName[];

const allow = { Allow: { schema: { type: "string" as const }, description: "The methods it takes" } };

const challenge = {
  "WWW-Authenticate": {
    schema: { type: "string" as const },
    description:
      "What is wrong with the token (RFC 6750). API Gateway may call it `x-amzn-Remapped-WWW-Authenticate`",
  },
};

/** What any operation may answer, written once. */
export const sharedResponses = {
  unreadable: refused(
    {
      description:
        "Not readable, with every fault at once (at most 50) / Går inte att läsa. Alla fel anges på en gång, högst 50",
    },
    { unreadable: { faults: [fault("/decidedOn", "not-a-date"), fault("/workplan", "unknown-field")] } },
  ),
  notAuthenticated: refused(
    { description: "No valid token / Giltig token saknas", headers: challenge },
    { "not-authenticated": {} },
  ),
  notAllowed: refused(
    {
      description:
        "Not for this party, or another party's. What the party may not see is 404 / Inte för den här parten. Det parten inte får se ger 404",
      headers: challenge,
    },
    { "not-allowed": {}, "not-yours": {} },
  ),
  notFound: refused({ description: "Not found / Finns inte" }, { "not-found": {}, "no-such-proposal": {} }),
  methodNotAllowed: refused(
    { description: "Method not allowed / Metoden stöds inte", headers: allow },
    { "method-not-allowed": {} },
  ),
  revisionConflict: refused(
    {
      description:
        "The revision has been used for other content, or an earlier one is missing / Revisionen är redan använd, eller så saknas en tidigare",
    },
    { "content-differs": { revision: 1 }, "revision-skipped": { expectedRevision: 2 } },
  ),
  progressConflict: refused(
    {
      description:
        "The report cannot be accepted in the present state / Rapporten kan inte tas emot i det här läget",
    },
    {
      "not-open": { assignmentStatus: "requested", open: ["received", "accepted", "rejected"] },
      "progress-id-taken": {},
      "in-the-future": { receivedAt: "2026-11-03T08:12:02Z" },
      "before-the-decision": { decidedOn: "2026-11-02" },
      "before-the-last": { lastOccurredAt: "2026-11-16T08:00:00Z" },
      "outside-the-assignment": { from: "2026-11-09", to: "2027-05-09" },
      "no-room": {},
    },
  ),
  proposalConflict: refused(
    {
      description:
        "The proposal cannot be accepted in the present state / Förslaget kan inte tas emot i det här läget",
    },
    {
      "already-settled": { proposalStatus: "declined" },
      "proposal-id-taken": {},
      "assignment-ended": { assignmentStatus: "completed" },
      "not-within-assignment": {},
      "in-the-future": { receivedAt: "2026-11-03T08:12:02Z" },
      "before-the-decision": { decidedOn: "2026-11-02" },
      "no-room": {},
    },
  ),
  tooMany: refused(
    {
      description:
        "More about one assignment than is taken / Fler meddelanden om ett uppdrag än som tas emot",
    },
    { "too-many": { within: "day", most: 20 } },
  ),
  tooLarge: refused({ description: "Larger than 64 KiB / Större än 64 KiB" }, { "too-large": {} }),
  notJson: refused(
    { description: "Not JSON in UTF-8 / Inte JSON i UTF-8" },
    { "not-json": {}, "not-utf-8": {} },
  ),
  fault: refused(
    { description: "Our fault. Send the same message again / Felet är vårt. Skicka samma meddelande igen" },
    { fault: {} },
  ),
  tryAgain: refused(
    {
      description:
        "Several changes at once, or tokens cannot be checked or the access cannot be logged just now. Send the same message again / Flera ändringar samtidigt, eller så går token inte att kontrollera eller läsningen inte att logga just nu. Skicka samma meddelande igen",
    },
    { conflict: {}, "issuer-unreachable": {}, "access-not-logged": {} },
  ),
};

const to = (name: keyof typeof sharedResponses) => ({ $ref: `#/components/responses/${name}` as const });

/** Of any operation that reads. */
export const ofReading = { 405: to("methodNotAllowed"), 500: to("fault") };

/** Of any operation that needs a token. */
export const ofGuarded = { 401: to("notAuthenticated"), 403: to("notAllowed"), 503: to("tryAgain") };

/** Of any operation with a body. */
export const ofBody = {
  400: to("unreadable"),
  405: to("methodNotAllowed"),
  413: to("tooLarge"),
  415: to("notJson"),
  500: to("fault"),
};

export const notFound = { 404: to("notFound") };
export const revisionConflict = { 409: to("revisionConflict") };
export const progressConflict = { 409: to("progressConflict") };
export const proposalConflict = { 409: to("proposalConflict") };
export const tooMany = { 429: to("tooMany") };
export const tryAgain = { 503: to("tryAgain") };
