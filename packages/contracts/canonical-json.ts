import { hash } from "node:crypto";

/** JSON with every object's names in code unit order and no white space (RFC 8785's order; our numbers are integers). */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  let members = "";
  for (const name of inOrder(Object.keys(value))) {
    const member = value[name];
    if (member === undefined) continue;
    members += `${members === "" ? "" : ","}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** What JSON writes as an escape: most texts have nothing of it, and are what they are between quotes. */
const escaped = /["\\\p{Cc}\p{Cs}]/u;

const quoted = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

/** By code units: that is how strings compare, and how `sort` goes where it is given no order. */
function inOrder(names: string[]): readonly string[] {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name) ? names : names.sort();
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** SHA-256, hex, over the canonical JSON: what "the same content" means. */
export const contentHash = (value: unknown): string => hash("sha256", canonicalJson(value), "hex");
