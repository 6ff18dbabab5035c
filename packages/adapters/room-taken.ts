import type { Item } from "./case-item.ts";
import { longestText } from "./seal.ts";

/** DynamoDB's limit, in bytes. */
const largestItem = 400 * 1024;

/**
 * How much of a decision's room an item takes. 1 is an item as large as DynamoDB takes, or a text as long as a seal
 * opens again: DynamoDB would take an item with a longer one, and no function could read it.
 */
export const roomTaken = (item: Item, text: string): number =>
  Math.max(sizeOf(item) / largestItem, Buffer.byteLength(text) / longestText);

/** As DynamoDB counts: the bytes of names and values. A number has fewer bytes than digits. */
const sizeOf = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, { S = "", N = "", B = none }]) =>
      sum + Buffer.byteLength(name) + Buffer.byteLength(S) + N.length + B.length,
    0,
  );

const none = new Uint8Array();
