import { randomUUID } from "node:crypto";
import { type Instant, placeOf, type SentMessage } from "@hemvist/casework";
import { cloudEvent, parsedJson } from "@hemvist/contracts";
import { happeningOf } from "@hemvist/rules";
import * as z from "zod/mini";
import type { Item } from "./case-item.ts";
import { inForm } from "./in-form.ts";
import type { Seal } from "./seal.ts";

const day = 86_400_000;

/** How long the table keeps what was sent, in days. Ours: a party with a longer gap reads what stands instead. */
export const sentIsKeptFor = 90;

/** How many ways a day is split, so that the writes spread over partitions. Ours; a power of two, at most 16. */
const shards = 4;

/**
 * The longest text in one item, in bytes before compression. Ours: hemvist sends no message above 200 KB, and DynamoDB
 * takes items of 400 KB.
 */
const longestText = 256 * 1024;

/**
 * What one run of hand-off keeps: one item with all messages, sealed, and one for each decision with the assignments
 * that it requested. Further items where the messages are too long for one.
 */
export async function itemsOf(
  messages: readonly SentMessage[],
  seal: Seal,
  newId: () => string = randomUUID,
): Promise<readonly Item[]> {
  const sealed = await Promise.all(chunksOf(messages).map((chunk) => sealedItem(chunk, newId(), seal)));
  const requested = messages.filter(({ event }) => happeningOf(event.type) === "assignment.requested");
  const byDecision = Map.groupBy(requested, ({ event }) => event.correlationid);
  return [...sealed, ...[...byDecision].map(([decision, its]) => receiptItem(decision, its, newId()))];
}

async function sealedItem(messages: Chunk, id: string, seal: Seal): Promise<Item> {
  const [{ sentAt }] = messages;
  const about = shardsOf(sentAt.slice(0, 10))[Number.parseInt(id, 16) % shards] ?? "";
  const place = `${sentAt} ${id}`;
  return {
    about: { S: about },
    place: { S: place },
    body: { B: await seal.close(JSON.stringify(messages), boundTo(about, place)) },
    forgetAt: { N: String(Math.floor((Date.parse(sentAt) + sentIsKeptFor * day) / 1000)) },
  };
}

function receiptItem(decision: string, requests: readonly SentMessage[], id: string): Item {
  const [first] = requests;
  return {
    about: { S: decision },
    place: { S: `${first?.sentAt} ${id}` },
    requests: { SS: [...new Set(requests.map(({ event }) => event.subject))] },
  };
}

/** @throws UnknownForm or BodyDoesNotOpen where the item holds no messages that this version of the code knows */
export async function messagesIn(item: Readonly<Item>, seal: Seal): Promise<readonly SentMessage[]> {
  const { about, place, body } = inForm(sealed, item);
  return inForm(messagesText, parsedJson(await seal.open(body.B, boundTo(about.S, place.S))));
}

/** When assignments were requested, as an item says. */
export function receiptIn(item: Readonly<Item>): {
  readonly requests: readonly string[];
  readonly sentAt: Instant;
} {
  const { place, requests } = inForm(receipt, item);
  return { requests: requests.SS, sentAt: place.S.split(" ")[0] ?? "" };
}

/** The partitions of a day. No decision has such a key. */
export const shardsOf = (date: string): readonly string[] =>
  Array.from({ length: shards }, (_, shard) => `${date} ${shard}`);

/** Two versions of a decision may go out in the same second. They still come in their order. */
export function orderOf({ sentAt, event }: SentMessage): string {
  const { version, index } = placeOf(event) ?? { version: 0, index: 0 };
  return [sentAt, event.correlationid, padded(version, 9), padded(index, 6), event.id].join(" ");
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** A sealed item is no version of anything: its place in the table is all that it is bound to. */
const boundTo = (about: string, place: string) => ({ pk: `${about}\n${place}`, version: 0 });

type Chunk = readonly [SentMessage, ...SentMessage[]];

function chunksOf(messages: readonly SentMessage[]): readonly Chunk[] {
  const chunks: [SentMessage, ...SentMessage[]][] = [];
  let bytes = 0;
  for (const message of messages) {
    const its = Buffer.byteLength(JSON.stringify(message));
    const last = chunks.at(-1);
    if (last === undefined || bytes + its > longestText) {
      chunks.push([message]);
      bytes = its;
    } else {
      last.push(message);
      bytes += its;
    }
  }
  return chunks;
}

const text = z.object({ S: z.string() });

const sealed = z.object({ about: text, place: text, body: z.object({ B: z.instanceof(Uint8Array) }) });

const receipt = z.object({ place: text, requests: z.object({ SS: z.array(z.string()) }) });

const messagesText = z.array(
  z.object({ sentAt: z.string(), queue: z.string(), event: cloudEvent, tellsPerson: z.boolean() }),
);
