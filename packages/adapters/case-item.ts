import { type CaseKey, type CaseRecord, correlationIdOf, lookupKeysOf } from "@hemvist/casework";
import { storedCase } from "./stored-case.ts";

/** How many ways the due index is split, so that no one partition takes every write. Changing it needs a rewrite of what is due. */
export const dueShards = 4;

export const keyOf = (key: CaseKey): { readonly pk: string } => ({ pk: correlationIdOf(key) });

/** The item: the record itself, and what its indexes are keyed by. It is in the due index only while it has a next check. */
export function itemOf(record: CaseRecord): Record<string, unknown> {
  const key = keyOf(record);
  const [, formerKey, firstKey] = lookupKeysOf(record);
  return {
    ...key,
    ...record,
    ...(formerKey ? { formerKey } : {}),
    ...(firstKey ? { firstKey } : {}),
    ...(record.dueAt ? { dueShard: shardOf(key.pk) } : {}),
    // DynamoDB erases by a number of seconds, where the table has it do so.
    ...(record.eraseAt ? { forgetAt: Date.parse(record.eraseAt) / 1000 } : {}),
  };
}

/** @throws ZodError where the item is not a record that this version of the code knows: its issues name fields, never values */
export function recordOf(item: Readonly<Record<string, unknown>>): CaseRecord {
  const {
    pk: _pk,
    formerKey: _formerKey,
    firstKey: _firstKey,
    dueShard: _dueShard,
    forgetAt: _forgetAt,
    ...record
  } = item;
  return storedCase.parse(record);
}

export const shardName = (shard: number): string => `due-${shard}`;

function shardOf(pk: string): string {
  let sum = 0;
  for (const character of pk) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return shardName(sum % dueShards);
}
