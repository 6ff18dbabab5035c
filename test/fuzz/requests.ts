import type { Access } from "@hemvist/rules";
import type { Matter } from "../simulation/parties/generated-decision.ts";
import type { Seeded } from "../simulation/world/seeded.ts";
import { aDecision, anAnswer, aProposal, aReport, aSearch, aUuid, aWithdrawal } from "./bodies.ts";
import { type Books, everyParty, type Known, parties } from "./books.ts";
import { miswritten, spoilt, strangeName } from "./broken.ts";
import type { Document, Operation } from "./document.ts";
import { isJson, type Json, jsonOf, parsed } from "./json.ts";
import type { Tokens, Trick } from "./tokens.ts";
import { anyOf, drawn } from "./values.ts";

/** What a request is made to be. */
export const kinds = ["valid", "boundary", "generated", "broken", "cross-party", "token"] as const;
export type Kind = (typeof kinds)[number];

export interface Planned {
  readonly operation: Operation;
  readonly kind: Kind;
  readonly party: string;
  readonly method: string;
  /** With its parameters in it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** The message, where the body is one that hemvist may take. */
  readonly message?: Json;
  readonly matter?: Matter;
  /** Which decision it is about, known or not: two requests about the same one go one after the other. */
  readonly about: string;
  readonly trick?: Trick;
}

interface Target {
  readonly administration: string;
  readonly decisionId: string;
  readonly assignmentId: string;
  readonly proposalId: string;
  /** A party that has to do with it, if there is one. */
  readonly provider: string;
  readonly known?: Known;
}

export interface Planning {
  readonly document: Document;
  readonly books: Books;
  readonly tokens: Tokens;
  readonly chance: Seeded;
}

/** Plans the next request, from the seed and from what the answers so far show. */
export async function nextRequest(planning: Planning): Promise<Planned> {
  const { document, chance, tokens, books } = planning;
  const operation = weighted(document.operations, chance);
  const kind = kindFor(operation, chance);
  const target = aTarget(books, chance);
  const party = partyFor(operation, { kind, target, chance });
  const isStrange = kind === "broken" && chance.chance(operation.body === undefined ? 0.9 : 0.15);
  const path = pathOf(operation, target, isStrange ? strangeName(chance) : undefined);
  const made = operation.body === undefined ? {} : bodyOf(planning, { operation, kind, target, party });
  const method =
    kind === "broken" && chance.chance(0.05)
      ? chance.pick(["PUT", "DELETE", "PATCH", "HEAD"])
      : operation.method;
  const trick = kind === "token" ? await tokens.trick(party, { operation: operation.id, chance }) : undefined;
  const authorization = trick === undefined ? `Bearer ${await tokens.of(party)}` : trick.authorization;
  const isBare = ["GET", "HEAD"].includes(method);
  const { body, ...rest } = made;
  return {
    operation,
    kind,
    party,
    method,
    path,
    headers: {
      ...(operation.isGuarded && authorization !== undefined ? { Authorization: authorization } : {}),
      ...(isBare || body === undefined ? {} : { "Content-Type": contentType(kind, chance) }),
      ...(chance.chance(0.02)
        ? { traceparent: chance.pick(["00-zz", `00-${"a".repeat(32)}-${"b".repeat(16)}-01`]) }
        : {}),
    },
    ...(isBare || body === undefined ? {} : { body }),
    ...rest,
    about:
      target.known === undefined || "matter" in rest
        ? `new ${books.nextSerial()}`
        : `${target.administration}.${target.decisionId}`,
    ...(trick === undefined ? {} : { trick }),
  };
}

/** Decisions are dear, and what describes the API is large: both are asked for less than the rest. */
const weights: Readonly<Partial<Record<Access["operation"], number>>> = {
  receiveDecision: 7,
  checkDecision: 6,
  readDecision: 14,
  readAssignment: 18,
  reportProgress: 12,
  makeProposal: 8,
  withdrawProposal: 8,
  answerProposal: 8,
  searchPerson: 10,
  listModels: 4,
  readModel: 3,
  readApiInfo: 4,
  readOpenApi: 1,
};

function weighted(operations: readonly Operation[], chance: Seeded): Operation {
  const all = operations.flatMap((one) => Array<Operation>(weights[one.id] ?? 1).fill(one));
  const [first] = all;
  if (first === undefined) throw new Error("The document has no operations");
  return all[chance.below(all.length)] ?? first;
}

const shares: readonly [Kind, ...Kind[]] = [
  "valid",
  "valid",
  "valid",
  "boundary",
  "generated",
  "broken",
  "broken",
  "cross-party",
  "cross-party",
  "token",
  "token",
];

function kindFor({ isGuarded, body }: Operation, chance: Seeded): Kind {
  const kind = chance.pick(shares);
  if (!isGuarded && kind === "token") return "valid";
  return body === undefined && (kind === "boundary" || kind === "generated") ? "cross-party" : kind;
}

function aTarget(books: Books, chance: Seeded): Target {
  const known = chance.chance(0.9) ? books.decisions[chance.below(books.decisions.length)] : undefined;
  const administration =
    known?.administration ?? parties.administrations[chance.below(parties.administrations.length)] ?? "";
  const decisionId = known?.decisionId ?? `FZXX-${chance.below(1000)}`;
  const assignments = [...(known?.providers ?? [])];
  const [assignmentId, had] = assignments[chance.below(assignments.length)] ?? [
    `${administration}.${decisionId}.1`,
    new Set<string>(),
  ];
  const proposals = known?.proposals.filter((one) => one.assignmentId === assignmentId) ?? [];
  return {
    administration,
    decisionId,
    assignmentId,
    proposalId: proposals[chance.below(proposals.length)]?.proposalId ?? aUuid(chance),
    provider: [...had].at(-1) ?? "kompetenscenter",
    ...(known === undefined ? {} : { known }),
  };
}

/** Whom a request comes from: the party that it concerns, or for a cross-party one any other. */
function partyFor(
  { id }: Operation,
  { kind, target, chance }: { readonly kind: Kind; readonly target: Target; readonly chance: Seeded },
): string {
  const isProviders = ["reportProgress", "makeProposal", "withdrawProposal"].includes(id);
  const right =
    isProviders || (id === "readAssignment" && chance.chance(0.5)) ? target.provider : target.administration;
  if (kind !== "cross-party") return right;
  const others = everyParty.filter((party) => party !== right);
  return others[chance.below(others.length)] ?? right;
}

const pathOf = ({ path }: Operation, target: Target, strange: string | undefined): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (strange !== undefined) return strange;
    return String(jsonOf({ ...target, name: "goteborg-2025-07" })[name]);
  });

const contentType = (kind: Kind, chance: Seeded): string =>
  kind === "broken" && chance.chance(0.1)
    ? chance.pick([
        "text/plain",
        "application/xml",
        "application/json; charset=latin1",
        "",
        "application/json;",
        "multipart/form-data",
      ])
    : "application/json";

type Body = Pick<Planned, "body" | "message" | "matter">;

function bodyOf(
  { document, books, chance }: Planning,
  {
    operation,
    kind,
    target,
    party,
  }: { readonly operation: Operation; readonly kind: Kind; readonly target: Target; readonly party: string },
): Body {
  const { message, matter } = validMessage(operation, { books, chance, target, party });
  const schema = operation.body ?? {};
  switch (kind) {
    case "boundary": {
      const near = {
        ...message,
        ...part(drawn(anyOf(schema, document.at), chance.below(2 ** 31)), chance),
      };
      return { body: JSON.stringify(near), message: near, ...(matter ? { matter } : {}) };
    }
    case "generated": {
      const made = jsonOf(drawn(anyOf(schema, document.at), chance.below(2 ** 31)));
      return { body: JSON.stringify(made), message: made };
    }
    case "broken": {
      const body = chance.chance(0.3)
        ? miswritten(JSON.stringify(message), chance)
        : JSON.stringify(spoilt(message, chance));
      return { body, ...asRead(body, matter) };
    }
    default:
      return { body: JSON.stringify(message), message, ...(matter ? { matter } : {}) };
  }
}

/** The message that a broken body still is, if any. hemvist may take one that has only spaces behind it. */
function asRead(body: string | Uint8Array, matter: Matter | undefined): Body {
  const message = typeof body === "string" ? parsed(body) : undefined;
  return isJson(message) ? { message, ...(matter ? { matter } : {}) } : {};
}

/** One or two of the fields of a generated message. */
function part(made: unknown, chance: Seeded): Json {
  const fields = Object.entries(jsonOf(made)).filter(
    ([name]) => !["decisionId", "administration", "assignmentId"].includes(name),
  );
  const from = chance.below(Math.max(1, fields.length));
  return Object.fromEntries(fields.slice(from, from + 1 + chance.below(2)));
}

function validMessage(
  { id }: Operation,
  {
    books,
    chance,
    target,
    party,
  }: { readonly books: Books; readonly chance: Seeded; readonly target: Target; readonly party: string },
): { readonly message: Json; readonly matter?: Matter } {
  const { assignmentId, proposalId, administration, known } = target;
  switch (id) {
    case "receiveDecision":
    case "checkDecision": {
      const serial = books.nextSerial();
      const later = known !== undefined && chance.chance(0.4) ? { known } : {};
      const { content, matter } = aDecision({ administration, serial, ...later }, chance);
      return { message: content, matter };
    }
    case "reportProgress":
      return { message: aReport(assignmentId, chance) };
    case "makeProposal":
      return { message: aProposal(assignmentId, chance) };
    case "withdrawProposal":
      return { message: aWithdrawal(assignmentId, proposalId, chance) };
    case "answerProposal":
      return { message: anAnswer(assignmentId, proposalId, chance) };
    case "searchPerson":
      return { message: aSearch(books, chance) };
    default:
      throw new Error(`No message is made for ${id}: teach it to test/fuzz/requests.ts (${party})`);
  }
}
