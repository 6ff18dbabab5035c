import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";
import { assignmentsOf, happeningOf, inboxOf, physicalName } from "@hemvist/rules";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Books, parties } from "./books.ts";
import { type Json, jsonOf, textOf } from "./json.ts";
import type { Violation } from "./judged.ts";

/** What lies on the parties' queues, and what is wrong with it. */
export interface Queued {
  readonly messages: ReadonlyMap<string, number>;
  readonly found: readonly (Violation & { readonly party: string })[];
}

interface Lying {
  readonly party: string;
  readonly event: Json;
}

/** Reads every queue that hemvist sends to, takes nothing, and judges each message by its schema and by whose it is. */
export async function queuesJudged(system: RunningSystem, books: Books): Promise<Queued> {
  const inboxes = await lyingIn(system, parties.administrations, inboxOf);
  const assignments = await lyingIn(system, parties.executors, assignmentsOf);
  // An administration gets to know of each of its assignments which provider has it.
  for (const { event } of inboxes) hearAssigned(event, books);
  const wrongInForm = formJudge();
  const messages = new Map<string, number>();
  const found = [
    ...inboxes.flatMap((lying) => [...wrongInForm(lying), ...wrongInInbox(lying)]),
    ...assignments.flatMap((lying) => [...wrongInForm(lying), ...wrongAtProvider(lying, books)]),
  ];
  for (const { event } of [...inboxes, ...assignments]) {
    const type = happeningOf(textOf(event["type"]));
    messages.set(type, (messages.get(type) ?? 0) + 1);
  }
  return { messages, found };
}

async function lyingIn(
  system: RunningSystem,
  owners: readonly string[],
  queueOf: (party: string) => string,
): Promise<readonly Lying[]> {
  const each = owners.map(async (party) => {
    const messages = await system.messagesOn(physicalName(queueOf(party)));
    return messages.map(({ body }) => ({ party, event: jsonOf(JSON.parse(body)) }));
  });
  return (await Promise.all(each)).flat();
}

function hearAssigned({ type, data }: Json, books: Books): void {
  if (happeningOf(textOf(type)) !== "decision.assigned") return;
  const { administration, decisionId, revision, assignments } = jsonOf(data);
  const content = { decisionId: textOf(decisionId), revision: Number(revision), caseNumber: "" };
  const known = books.entryOf(textOf(administration), content);
  books.hearAssignments(known, assignments);
}

type Wrong = Queued["found"];

function formJudge(): (lying: Lying) => Wrong {
  const folder = join(import.meta.dirname, "../../events/schemas");
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  for (const file of readdirSync(folder))
    ajv.addSchema(jsonOf(JSON.parse(readFileSync(join(folder, file), "utf8"))), file.replace(/\.json$/, ""));
  return ({ party, event }) => {
    const type = happeningOf(textOf(event["type"]));
    const validate = ajv.getSchema(type);
    if (validate?.(event) === true) return [];
    const at = validate?.errors?.[0]?.instancePath ?? "there is no such schema";
    return [{ party, wrong: "schema", what: `${type} on a queue: ${at}` }];
  };
}

/** An inbox has what is about its administration's own decisions, and about its own messages. */
function wrongInInbox({ party, event }: Lying): Wrong {
  const about = textOf(event["correlationid"]);
  return about.startsWith(`${party}.`) || about.startsWith(`decisions-${party}.`)
    ? []
    : [
        {
          party,
          wrong: "read across parties",
          what: `${happeningOf(textOf(event["type"]))} in another's inbox`,
        },
      ];
}

/** A provider gets its own assignments. A refusal that it gets says of others' that they do not exist. */
function wrongAtProvider({ party, event }: Lying, books: Books): Wrong {
  const type = happeningOf(textOf(event["type"]));
  const { assignmentId, why } = jsonOf(event["data"]);
  if (books.knowsAssignment(party, textOf(assignmentId))) return [];
  if (type.startsWith("assignment."))
    return [{ party, wrong: "read across parties", what: `${type} on another's queue` }];
  const saysNothing = ["unreadable", "no-such-assignment", "no-such-proposal"].includes(textOf(why));
  return type.endsWith(".refused") && !saysNothing
    ? [{ party, wrong: "existence shown", what: `${type}: ${textOf(why)}` }]
    : [];
}
