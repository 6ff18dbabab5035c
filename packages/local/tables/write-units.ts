import { isDeepStrictEqual } from "node:util";
import { isJson, type Json, jsonOf, listOf, textOf } from "../templates/json.ts";
import type { Index, Table } from "./tables.ts";

/** An item in DynamoDB's JSON. */
export type Item = Json;

export interface Images {
  readonly before?: Item;
  readonly after?: Item;
}

const UNIT_BYTES = 1024;

/**
 * What a write costs in an on-demand table: the larger image in whole kilobytes, and the same for each index whose
 * entry changes; an entry whose key changes is a deletion and a put.
 *
 * > Amazon DynamoDB Developer Guide, "Write capacity unit consumption" and "Write capacity units (global secondary
 * > indexes)"
 *
 * A batch costs what its writes cost one by one.
 *
 * > BatchWriteItem: … DynamoDB processes each item in the batch as an individual `PutItem` or `DeleteItem` request
 * > Amazon DynamoDB Developer Guide, "Capacity unit consumption for write operations"
 */
export const writeUnits = (table: Table, images: Images): number =>
  table.indexes.reduce((sum, index) => sum + indexUnits(table, index, images), unitsOf(images));

const unitsOf = ({ before, after }: Images): number =>
  Math.max(1, Math.ceil(Math.max(itemBytes(before), itemBytes(after)) / UNIT_BYTES));

const indexUnits = (table: Table, index: Index, images: Images): number => {
  const before = entryOf(index, images.before);
  const after = entryOf(index, images.after);
  if (isDeepStrictEqual(before, after)) return 0;
  if (before === undefined || after === undefined) return unitsOf(imagesOf(before, after));
  const keys = [...index.keys, ...table.keys];
  const moved = keys.some((key) => !isDeepStrictEqual(before[key], after[key]));
  return moved ? unitsOf({ before }) + unitsOf({ after }) : unitsOf({ before, after });
};

export const imagesOf = (before: Item | undefined, after: Item | undefined): Images => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

/** The item as the index holds it; `undefined` where it lacks one of the index's keys. */
const entryOf = ({ keys, projected }: Index, item: Item | undefined): Item | undefined => {
  if (item === undefined || keys.some((key) => item[key] === undefined)) return undefined;
  if (projected === undefined) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)));
};

/** An item's size by DynamoDB's own rules, near enough: names and values, three bytes for a list or a map. */
const itemBytes = (item: Item | undefined): number =>
  Object.entries(item ?? {}).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );

const valueBytes = (value: unknown): number => {
  const { S, N, B, SS, NS, BS, L, M } = jsonOf(value);
  if (S !== undefined) return Buffer.byteLength(textOf(S) ?? "");
  if (N !== undefined) return numberBytes(N);
  if (B !== undefined) return binaryBytes(B);
  if (SS !== undefined) return total(SS, (text) => Buffer.byteLength(String(text)));
  if (NS !== undefined) return total(NS, numberBytes);
  if (BS !== undefined) return total(BS, binaryBytes);
  if (L !== undefined) return 3 + total(L, (entry) => 1 + valueBytes(entry));
  if (isJson(M)) return 3 + itemBytes(M) + Object.keys(M).length;
  return 1;
};

const total = (values: unknown, bytes: (value: unknown) => number): number =>
  listOf(values).reduce((sum: number, value) => sum + bytes(value), 0);

const numberBytes = (text: unknown): number => Math.ceil(String(text).replace(/[-.]/g, "").length / 2) + 1;

const binaryBytes = (base64: unknown): number => Buffer.byteLength(String(base64), "base64");
