import type { FaultCode } from "./fault.ts";

/** Ours: a message nests to five levels, and a decision in the table's stream to some twenty. */
const deepest = 64;

/** The value of a JSON text, or why it has none that can be read here. A byte order mark is skipped. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: Extract<FaultCode, "not-json" | "too-deep"> };

/**
 * Reads JSON from a text of any origin. The parser itself takes any depth, but code that walks through the value
 * afterwards does not.
 */
export function readJson(text: string): JsonRead {
  if (isTooDeep(text)) return { ok: false, code: "too-deep" };
  try {
    return { ok: true, value: JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text) };
  } catch {
    return { ok: false, code: "not-json" };
  }
}

/** The value of a JSON text, or undefined where it has none that can be read here: JSON itself has no undefined. */
export function parsedJson(text: string): unknown {
  const read = readJson(text);
  return read.ok ? read.value : undefined;
}

/** The text of UTF-8 bytes, or undefined where they are not UTF-8. A byte order mark stays. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isInString) {
      if (unit === backslash) index += 1;
      else if (unit === quote) isInString = false;
    } else if (unit === quote) isInString = true;
    else if (unit === brace || unit === bracket) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (unit === closingBrace || unit === closingBracket) depth -= 1;
  }
  return false;
}

const [quote, backslash, brace, closingBrace, bracket, closingBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
