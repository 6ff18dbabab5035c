import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const events = join(import.meta.dirname, "../../events");

/** A sample message and the name of its file. */
export interface SentFile {
  readonly name: string;
  readonly body: string;
}

export const filesOf = (folder: string): readonly SentFile[] =>
  readdirSync(join(events, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, body: readFileSync(join(events, folder, name), "utf8") }));

/** Fields whose text says who a person is, or what a provider wrote about the person. */
const personal = new Set([
  "identityNumber",
  "replaces",
  "reference",
  "birthDate",
  "givenName",
  "familyName",
  "text",
]);
/** Fields that hold a judgement of a person: their names give a body away as surely as their values do. */
const judged = new Set(["assessment", "employmentServiceConsultation"]);

/** Every number, name and assessment word in some messages, as it was sent and as hemvist may write it. */
export function wordsOf(bodies: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string): void => {
    if (isLegible(text)) for (const form of formsOf(text)) words.add(form);
  };
  const walk = (value: unknown, isJudged: boolean): void => {
    if (typeof value === "string" && isJudged) add(value);
    if (typeof value !== "object" || value === null) return;
    for (const [name, each] of Object.entries(value)) {
      if (isJudged && Number.isNaN(Number(name))) add(name);
      if (personal.has(name) && typeof each === "string") add(each.trim());
      else walk(each, isJudged || judged.has(name));
    }
  };
  for (const body of bodies) walk(parsed(body), false);
  return words;
}

/** U+FFFD stands for bytes that are no text: so do bytes that were encrypted. */
const isLegible = (text: string): boolean => /[\p{L}\d]/u.test(text) && !text.includes("\ufffd");

/** An identity number in each of its forms, its day of birth alone too; any other text as it is. */
function formsOf(text: string): readonly string[] {
  const digits = text.replace(/[\s\p{Pd}+]/gu, "");
  if (!/^(\d{2})?\d{10}$/.test(digits)) return [text];
  const [ten, day, serial] = [digits.slice(-10), digits.slice(-10, -4), digits.slice(-4)];
  return [text, digits, ten, `${day}-${serial}`, `${day}+${serial}`, digits.slice(0, -4)];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Which of the words a text holds. Short ones count only as whole words: random Base64 holds a few letters in a row now
 * and then.
 */
export const foundIn = (text: string, words: Iterable<string>): readonly string[] =>
  [...words].filter((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (word.length >= longEnough || isWhole(text, at, word.length)) return true;
    return false;
  });

/** Eight letters of Base64 come by chance once in 2.8 × 10^14 places. */
const longEnough = 8;

/** A hyphen joins the words of a rule's id. */
const isWhole = (text: string, at: number, length: number): boolean =>
  !/[\p{L}\d-]/u.test(text[at - 1] ?? "") && !/[\p{L}\d-]/u.test(text[at + length] ?? "");
