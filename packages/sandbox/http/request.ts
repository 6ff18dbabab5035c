import { type Fault, fault, isTooLarge, type ProblemName, readJson, utf8Text } from "@hemvist/contracts";
import type { Request } from "@hemvist/local";

/** A JSON object's fields, or why there are none. */
export type Body =
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly refused: ProblemName; readonly faults?: readonly Fault[] };

const json = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** Reads a body as the API does, and refuses it by the same problems. */
export function bodyOf({ headers, body }: Request): Body {
  if (!json.test(headers["content-type"] ?? "")) return { refused: "not-json" };
  const text = utf8Text(body);
  if (text === undefined) return unreadable(fault("", "not-utf-8"));
  if (isTooLarge(text)) return { refused: "too-large" };
  const read = readJson(text);
  if (!read.ok) return unreadable(fault("", read.code));
  const { value } = read;
  return isObject(value) ? { fields: value } : unreadable(fault("", "not-an-object"));
}

/** The faults of fields that are not known, or not texts. */
export function textFaults(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
): readonly Fault[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!known.includes(name)) return [fault(pointer, "unknown-field")];
    return typeof value === "string" ? [] : [fault(pointer, "wrong-type", "text")];
  });
}

const unreadable = (...faults: readonly Fault[]): Body => ({ refused: "unreadable", faults });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
