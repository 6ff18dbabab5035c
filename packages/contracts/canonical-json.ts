import { hash } from "node:crypto";

/** JSON with every object's names in code unit order and no white space (RFC 8785's order; our numbers are integers). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  let members = "";
  // `sort` goes by code units where it is given no order.
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    members += `${members === "" ? "" : ","}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** SHA-256, hex, over the canonical JSON: what "the same content" means. */
export const contentHash = (value: unknown): string => hash("sha256", canonicalJson(value), "hex");
