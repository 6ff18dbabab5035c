import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { type CaseKey, type CaseRecord, correlationIdOf, lookupKeysOf } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { inForm, UnknownForm } from "./in-form.ts";
import { BodyDoesNotOpen, type Seal } from "./seal.ts";
import { storedCase } from "./stored-case.ts";

/**
 * How many ways the due index is split, so that the writes spread over partitions. To change it, every due item must be
 * rewritten.
 */
export const dueShards = 4;

/** Attributes as DynamoDB's own client takes and gives them. */
export type Item = Record<string, AttributeValue>;

export const keyOf = (key: CaseKey): { readonly pk: AttributeValue.SMember } => ({
  pk: { S: correlationIdOf(key) },
});

/**
 * The item: what the table and its indexes need in the clear, and the record itself in a sealed body. It is in the due
 * index only while it has a next check.
 * @param text the record as JSON, where the caller has it already
 */
export async function itemOf(record: CaseRecord, seal: Seal, text = JSON.stringify(record)): Promise<Item> {
  const pk = correlationIdOf(record);
  const [, formerKey, firstKey] = lookupKeysOf(record);
  const { version, dueAt, eraseAt, personKey, caseKey } = record;
  return {
    pk: { S: pk },
    version: { N: String(version) },
    personKey: { S: personKey },
    ...(formerKey ? { formerKey: { S: formerKey } } : {}),
    ...(firstKey ? { firstKey: { S: firstKey } } : {}),
    ...(caseKey ? { caseKey: { S: caseKey } } : {}),
    ...(dueAt ? { dueShard: { S: shardOf(pk) }, dueAt: { S: dueAt } } : {}),
    // DynamoDB erases by a number of seconds, where the table has it do so.
    ...(eraseAt ? { forgetAt: { N: String(Date.parse(eraseAt) / 1000) } } : {}),
    body: { B: await seal.close(text, { pk, version }) },
  };
}

/**
 * @throws UnknownForm where the item is not a record that this version of the code knows. BodyDoesNotOpen where its body
 * is not its own.
 */
export async function recordOf(item: Readonly<Item>, seal: Seal): Promise<CaseRecord> {
  inForm(knownItem, item);
  return recordIn(await openedBody(item, seal));
}

/** Whether a record is beyond reading. Any other error is passing trouble, such as a key that KMS does not give now. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof UnknownForm || error instanceof BodyDoesNotOpen;

/** @throws UnknownForm where the text is not a record that this version of the code knows */
export const recordIn = (text: string): CaseRecord => inForm(storedCase, parsedJson(text));

/** What an item's body holds: the record as JSON, not validated yet. */
export function openedBody(item: unknown, seal: Seal): Promise<string> {
  const { pk, version, body } = inForm(sealedItem, item);
  return seal.open(body.B, { pk: pk.S, version: version.N });
}

const text = z.object({ S: z.string() });

/** As the client gives it, and as Lambda hands over a stream's image: there, the bytes are Base64. */
const sealedItem = z.object({
  pk: text,
  version: z.object({ N: z.pipe(z.string(), z.transform(Number)) }),
  body: z.object({
    B: z.union([
      z.instanceof(Uint8Array),
      z.pipe(
        z.base64(),
        z.transform((bytes): Uint8Array => Buffer.from(bytes, "base64")),
      ),
    ]),
  }),
});

/** Strict: a put replaces the whole item, so an attribute that a newer version of the code has added would be lost. */
const knownItem = z.strictObject({
  pk: z.unknown(),
  version: z.unknown(),
  body: z.unknown(),
  personKey: text,
  formerKey: z.optional(text),
  firstKey: z.optional(text),
  caseKey: z.optional(text),
  dueShard: z.optional(text),
  dueAt: z.optional(text),
  forgetAt: z.optional(z.object({ N: z.string() })),
});

export const shardName = (shard: number): string => `due-${shard}`;

function shardOf(pk: string): string {
  let sum = 0;
  for (const character of pk) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return shardName(sum % dueShards);
}
