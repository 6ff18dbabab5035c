import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";
import { decisionsFrom, physicalName, progressFrom } from "@hemvist/rules";
import { partyOf } from "../../packages/sandbox/parties/parties.ts";
import type { Seeded } from "../simulation/world/seeded.ts";
import { aDecision, anAnswer, aProposal, aReport, aUuid, aWithdrawal } from "./bodies.ts";
import { type Books, parties } from "./books.ts";
import { miswritten, spoilt } from "./broken.ts";
import { type Json, jsonOf, textOf } from "./json.ts";
import { anyOf, drawn } from "./values.ts";

/** A kind of message that a party's queue takes: its type, its schema in events/schemas, and a valid one. */
interface Sort {
  readonly happening: string;
  readonly schema: string;
  readonly made: (given: Making) => Json;
}

interface Making {
  readonly books: Books;
  readonly chance: Seeded;
}

const ofAdministrations: readonly Sort[] = [
  { happening: "decision.made", schema: "decision", made: (given) => decided(given) },
  { happening: "decision.made", schema: "decision", made: (given) => decided(given) },
  {
    happening: "proposal.answered",
    schema: "proposal-answer",
    made: (given) => anAnswer(anAssignment(given), aUuid(given.chance), given.chance),
  },
];

const ofProviders: readonly Sort[] = [
  {
    happening: "progress.reported",
    schema: "progress",
    made: (given) => aReport(anAssignment(given), given.chance),
  },
  {
    happening: "proposal.made",
    schema: "proposal",
    made: (given) => aProposal(anAssignment(given), given.chance),
  },
  {
    happening: "proposal.withdrawn",
    schema: "proposal-withdrawal",
    made: (given) => aWithdrawal(anAssignment(given), aUuid(given.chance), given.chance),
  },
];

/** Of any administration: on three queues of four it is another's. */
function decided({ books, chance }: Making): Json {
  const known = chance.chance(0.3) ? books.decisions[chance.below(books.decisions.length)] : undefined;
  const administration =
    known?.administration ?? parties.administrations[chance.below(parties.administrations.length)] ?? "";
  const later = known === undefined ? {} : { known };
  return aDecision({ administration, serial: books.nextSerial(), ...later }, chance).content;
}

function anAssignment({ books, chance }: Making): string {
  const known = books.decisions[chance.below(books.decisions.length)];
  const ids = [...(known?.providers.keys() ?? [])];
  return ids[chance.below(ids.length)] ?? `sf-centrum.FZXX-${chance.below(100)}.1`;
}

const schemas = new Map<string, Json>();
function schemaOf(name: string): Json {
  const file = join(import.meta.dirname, "../../events/schemas", `${name}.json`);
  const schema = schemas.get(name) ?? jsonOf(JSON.parse(readFileSync(file, "utf8")));
  schemas.set(name, schema);
  return schema;
}

/** Sends messages to the parties' own queues, as their systems would: valid, generated, broken, and in others' names. */
export async function sendToQueues(
  system: RunningSystem,
  { messages, ...given }: Making & { readonly messages: number },
): Promise<void> {
  const { chance } = given;
  for (let sent = 0; sent < messages; sent += 1) {
    const isAdministration = chance.chance(0.5);
    const party = pickOf(isAdministration ? parties.administrations : parties.executors, chance);
    const body = bodyFor(isAdministration ? ofAdministrations : ofProviders, given);
    const outside = partyOf(system, party);
    if (isAdministration) await outside.send(decisionsFrom(party), body);
    else await outside.send(physicalName(progressFrom(party)), body, `group-${chance.below(20)}`);
  }
}

const pickOf = <T extends string>(items: readonly T[], chance: Seeded): T | "" =>
  items[chance.below(items.length)] ?? "";

function bodyFor(sorts: readonly Sort[], given: Making): string {
  const { chance } = given;
  const [first = ofAdministrations[0]] = sorts;
  const sort = sorts[chance.below(sorts.length)] ?? first;
  if (sort === undefined) throw new Error("no kind of message");
  const message = messageOf(sort, given);
  const isBare = sort === first && chance.chance(0.3);
  const whole = isBare ? message : enveloped(sort, message, chance);
  const text = chance.chance(0.1) ? textIn(miswritten(JSON.stringify(whole), chance)) : JSON.stringify(whole);
  // SQS takes no empty message, and the engine here nothing beyond the Basic Multilingual Plane.
  return text.replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/gu, "?") || "{";
}

const textIn = (text: string | Uint8Array): string =>
  typeof text === "string" ? text : Buffer.from(text).toString("latin1");

function messageOf({ schema, made }: Sort, given: Making): unknown {
  const { chance } = given;
  if (chance.chance(0.15)) {
    const root = schemaOf(schema);
    const at = (ref: string): Json => jsonOf(jsonOf(root["$defs"])[ref.replace("#/$defs/", "")]);
    return drawn(anyOf(root, at), chance.below(2 ** 31));
  }
  return chance.chance(0.3) ? spoilt(made(given), chance) : made(given);
}

function enveloped({ happening }: Sort, data: unknown, chance: Seeded): unknown {
  const envelope = {
    specversion: "1.0",
    id: aUuid(chance),
    source: "urn:fuzz",
    type: `se.goteborg.hemvist.${chance.chance(0.9) ? happening : textOf(pickOf(["assignment.requested", "decision.made", "nothing"], chance))}.v1`,
    time: "2026-11-02T08:00:00Z",
    datacontenttype: "application/json",
    data,
  };
  return chance.chance(0.1) ? spoilt(envelope, chance) : envelope;
}
