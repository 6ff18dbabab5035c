import { accessMatrix, reachOf } from "@hemvist/rules";
import { type Books, kindsOfParty, parties } from "./books.ts";
import type { Answered, Document } from "./document.ts";
import { isJson, type Json, jsonOf, listOf, parsed, textOf } from "./json.ts";
import type { Planned } from "./requests.ts";

/** What a run looks for, and must not find. */
export const wrongs = [
  "5xx",
  "schema",
  "headers",
  "read across parties",
  "let in",
  "existence shown",
] as const;
export type Wrong = (typeof wrongs)[number];

export interface Violation {
  readonly wrong: Wrong;
  /** What happened, without anything of a message. */
  readonly what: string;
}

export interface Answer extends Answered {
  readonly headers: Headers;
}

/** Judges one answer by the OpenAPI document, the access matrix, and the books of the senders. */
export function violationsIn(
  planned: Planned,
  answer: Answer,
  { document, books }: { readonly document: Document; readonly books: Books },
): readonly Violation[] {
  const body = jsonOf(parsed(answer.text));
  return [
    ...formOf(planned, answer, document),
    ...headersOf(planned, answer),
    ...letIn(planned, answer),
    ...acrossParties(planned, { ...answer, body }, books),
  ];
}

function formOf({ operation, method }: Planned, answer: Answer, document: Document): readonly Violation[] {
  if (answer.status >= 500) return [{ wrong: "5xx", what: `${answer.status}` }];
  // HEAD has no body, and a method that the address lacks has no operation: its answer is that of any other there.
  const wrong = method === "HEAD" ? undefined : document.wrongIn(operation, answer);
  return wrong === undefined ? [] : [{ wrong: "schema", what: wrong }];
}

const mustHave: readonly (readonly [name: string, is: RegExp])[] = [
  ["strict-transport-security", /max-age=\d{7,}/],
  ["x-content-type-options", /^nosniff$/],
];
const mustLack = ["server", "x-powered-by", "set-cookie"];

/** What is about a person is kept by no cache. The public keys are for every party, and may be. */
const keeping = ({ operation }: Planned, { status }: Answer): RegExp =>
  operation.id === "readKeys" && status === 200 ? /^public, max-age=\d+$/ : /^no-store$/;

function headersOf(planned: Planned, answer: Answer): readonly Violation[] {
  const { headers } = answer;
  const missing = [...mustHave, ["cache-control", keeping(planned, answer)] as const]
    .filter(([name, is]) => !is.test(headers.get(name) ?? ""))
    .map(([name]) => `no ${name}`);
  const extra = mustLack.filter((name) => headers.has(name));
  return [...missing, ...extra].map((what) => ({ wrong: "headers", what }));
}

/** A trick gets its refusal, and nothing else, whatever it asks for. */
function letIn({ trick }: Planned, { status }: Answer): readonly Violation[] {
  if (trick === undefined || status === trick.must) return [];
  return [{ wrong: "let in", what: `${trick.name}: ${status} and not ${trick.must}` }];
}

interface Read extends Answer {
  readonly body: Json;
}

function acrossParties(planned: Planned, read: Read, books: Books): readonly Violation[] {
  const wrong = (what: string): readonly Violation[] => [{ wrong: "read across parties", what }];
  const row = accessMatrix.find(({ operation }) => operation === planned.operation.id);
  if (row === undefined) return wrong("the matrix has no such operation");
  const reach = reachOf(row, kindsOfParty(planned.party));
  const isOpen = !("scope" in row);
  if (!isOpen && reach.length === 0 && read.status < 400)
    return wrong("an operation that the party may not use");
  const strangers = idsShown(planned, read.text).filter((id) => !mayKnow(planned, id, books));
  if (strangers.length > 0) return wrong("an id that neither the request holds nor the party may know");
  const shown = existenceShown(planned, read, {
    reaches: (id) => books.reachesAssignment(planned.party, id, reach),
    knows: (id) => books.knowsAssignment(planned.party, id),
  });
  return [...ownersIn(planned, read), ...shown];
}

/** What was sent, as far as it is text: the bytes around a spoilt place are read as they are. */
const textSent = (body: Planned["body"]): string =>
  typeof body === "string" ? body : Buffer.from(body ?? []).toString("latin1");

/** The ids of decisions in an answer that the request does not hold itself. */
function idsShown({ path, body }: Planned, text: string): readonly string[] {
  const sent = `${path} ${textSent(body)}`;
  return [...new Set(text.match(/FZ[A-Z]{2}-\d+/g) ?? [])].filter((id) => !sent.includes(id));
}

function mayKnow({ party, operation }: Planned, decisionId: string, books: Books): boolean {
  const known = parties.administrations
    .map((administration) => books.named(administration, decisionId))
    .find(Boolean);
  if (known === undefined) return false;
  if (known.administration === party) return true;
  if (operation.id === "searchPerson") return books.sharesPerson(party, known);
  return [...known.providers.values()].some((had) => had.has(party));
}

/** Whose decision it is: the answer says so. To HEAD it has no body, and then the address does. */
function administrationOf({ method, path }: Planned, answer: Json): string {
  const [, addressed = ""] = /^\/v1\/decisions\/([^/]+)\//.exec(path) ?? [];
  return method === "HEAD" ? addressed : textOf(answer["administration"]);
}

/** Whom a decision, an assignment or a search that was found belongs to. */
function ownersIn(planned: Planned, { status, body: answer }: Read): readonly Violation[] {
  if (status >= 400) return [];
  const { operation, party, body } = planned;
  const isDecision = ["receiveDecision", "checkDecision", "readDecision"].includes(operation.id);
  if (isDecision && administrationOf(planned, answer) !== party)
    return [{ wrong: "read across parties", what: "another administration's decision" }];
  // No answer names a person. What the request itself names may come back in a fault, and never with 2xx.
  const number = /\b18\d{6}[-+]?\d{4}\b/.exec(JSON.stringify(answer));
  return number === null || textSent(body).includes(number[0])
    ? []
    : [{ wrong: "read across parties", what: "an identity number" }];
}

/** What any party is answered about an assignment that does not exist for it, and about one that is misaddressed. */
const saysNothing = [400, 401, 404, 405, 413, 415];

interface Holds {
  readonly reaches: (assignmentId: string) => boolean;
  readonly knows: (assignmentId: string) => boolean;
}

function existenceShown(
  { operation, path, message }: Planned,
  { status, body }: Read,
  { reaches, knows }: Holds,
): readonly Violation[] {
  const [, addressed] = /^\/v1\/assignments\/([^/]+)/.exec(path) ?? [];
  if (addressed === undefined || saysNothing.includes(status)) return [];
  if (status === 403 && textOf(body["type"]).endsWith(":not-allowed")) return [];
  const ids = [textOf(message?.["assignmentId"]), addressed];
  const what = `${status} ${operation.id}`;
  if (status < 400) return ids.some(reaches) ? [] : [{ wrong: "read across parties", what }];
  return ids.some(knows) ? [] : [{ wrong: "existence shown", what }];
}

/** Writes into the books what an answer shows. */
export function hear(
  { operation, message, matter, party }: Planned,
  { status, text }: Answer,
  books: Books,
): void {
  const body = jsonOf(parsed(text));
  if (operation.id === "receiveDecision" && [200, 202, 422].includes(status) && message !== undefined)
    hearDecision(books, { party, message, body, ...(matter ? { matter } : {}) });
  if (operation.id === "makeProposal" && status === 200) {
    const assignmentId = textOf(body["assignmentId"]);
    books
      .ofAssignment(assignmentId)
      ?.proposals.push({ assignmentId, provider: party, proposalId: textOf(body["proposalId"]) });
  }
}

function hearDecision(
  books: Books,
  {
    party,
    message,
    body,
    matter,
  }: { readonly party: string; readonly message: Json; readonly body: Json } & Pick<Planned, "matter">,
): void {
  const [decisionId, revision] = [textOf(body["decisionId"]), Number(body["revision"])];
  const content = { ...message, decisionId, revision, caseNumber: textOf(message["caseNumber"]) };
  const known = books.entryOf(party, content, matter);
  books.hearPerson(known.content, content);
  if (body["outcome"] === "assigned") known.revision = Math.max(known.revision, revision);
  known.content = content;
  books.hearAssignments(known, listOf(body["assignments"]).filter(isJson));
}
