import { hash } from "node:crypto";
import { withoutNulls } from "./absent.ts";

/**
 * JSON with every object's names in code unit order and no white space: RFC 8785's form, but for names that are whole
 * numbers, which JavaScript puts first, in their own order. No field has such a name, and our numbers are integers.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const copy = new Plain();
  for (const name of inOrder(Object.keys(value))) copy[name] = ordered(value[name]);
  return copy;
}

/** An object of which `__proto__` is a name like any other. */
class Plain {
  [name: string]: unknown;
}
Object.setPrototypeOf(Plain.prototype, null);

/**
 * By code units: that is how strings compare. A message's few names are put in their places one by one, which costs less
 * than `sort`.
 */
function inOrder(names: string[]): readonly string[] {
  if (names.length > manyNames) return names.sort();
  for (const [index, name] of names.entries()) {
    let place = index;
    for (; place > 0; place -= 1) {
      const before = names[place - 1] ?? "";
      if (before <= name) break;
      names[place] = before;
    }
    names[place] = name;
  }
  return names;
}

const manyNames = 32;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** SHA-256, hex, over the canonical JSON: what "the same content" means. A field that is `null` is no part of it. */
export const contentHash = (value: unknown): string =>
  hash("sha256", canonicalJson(withoutNulls(value)), "hex");
