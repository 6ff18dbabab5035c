import fc from "fast-check";
import { isJson, type Json, jsonOf, listOf, textOf } from "./json.ts";

/** Finds what a `$ref` points at. */
export type Resolve = (ref: string) => Json;

/** Any value that a JSON Schema takes, the edges of what it takes more often than chance would have it. */
export function anyOf(schema: Json, at: Resolve): fc.Arbitrary<unknown> {
  if (typeof schema["$ref"] === "string") return anyOf(at(schema["$ref"]), at);
  if ("const" in schema) return fc.constant(schema["const"]);
  const choices = listOf(schema["enum"]);
  if (choices.length > 0) return fc.constantFrom(...choices);
  const ways = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])].filter(isJson);
  if (ways.length > 0) return fc.oneof(...ways.map((way) => anyOf(way, at)));
  return byType(schema, at);
}

function byType(schema: Json, at: Resolve): fc.Arbitrary<unknown> {
  switch (schema["type"]) {
    case "string":
      return textOfSchema(schema);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return arrayOf(schema, at);
    case "object":
      return objectOf(schema, at);
    default:
      return fc.jsonValue();
  }
}

const days = fc.oneof(
  fc.constantFrom(
    "2026-11-02",
    "2026-11-01",
    "2026-11-03",
    "2025-06-30",
    "2025-07-01",
    "2024-02-29",
    "9999-12-31",
  ),
  fc
    .date({ min: new Date("2024-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);

const instants = fc
  .date({ min: new Date("2026-10-01"), max: new Date("2026-11-03"), noInvalidDate: true })
  .map((instant) => `${instant.toISOString().slice(0, 19)}Z`);

function textOfSchema(schema: Json): fc.Arbitrary<string> {
  switch (schema["format"]) {
    case "date":
      return days;
    case "date-time":
      return instants;
    case "uuid":
      return fc.uuid();
    default:
      return typeof schema["pattern"] === "string" ? matching(schema["pattern"]) : ofLength(schema);
  }
}

/** fast-check makes no text for a look-around: it is left out, and tested. */
function matching(pattern: string): fc.Arbitrary<string> {
  const plain = new RegExp(pattern.replaceAll(/\(\?<?[!=][^)]*\)/g, ""));
  const whole = new RegExp(pattern);
  return fc.stringMatching(plain).filter((text) => whole.test(text));
}

function ofLength({ minLength = 0, maxLength = 300 }: Json): fc.Arbitrary<string> {
  const [least, most] = [Number(minLength), Number(maxLength)];
  const unit = fc.constantFrom("a", "Å", " ", "0", "-", "é", "\u2028", "<", "'", "{", "😀");
  const length = fc.oneof(
    fc.constantFrom(least, most),
    fc.integer({ min: least, max: Math.min(most, least + 20) }),
  );
  return length.chain((many) => fc.string({ unit, minLength: many, maxLength: many }));
}

function numberOf({ minimum = -1, maximum = 10_000, type }: Json): fc.Arbitrary<number> {
  const [min, max] = [Number(minimum), Math.min(Number(maximum), 2 ** 31)];
  const whole = fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
  return type === "integer" ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }));
}

function arrayOf({ items, minItems = 0, maxItems = 4 }: Json, at: Resolve): fc.Arbitrary<unknown> {
  const least = Number(minItems);
  return fc.array(anyOf(jsonOf(items), at), {
    minLength: least,
    maxLength: Math.min(Number(maxItems), least + 3),
  });
}

function objectOf({ properties, required, additionalProperties }: Json, at: Resolve): fc.Arbitrary<unknown> {
  const needed = new Set(listOf(required).map(textOf));
  const named = Object.entries(jsonOf(properties)).map(
    ([name, schema]) => [name, anyOf(jsonOf(schema), at)] as const,
  );
  const record = fc.record(Object.fromEntries(named), {
    requiredKeys: named.map(([name]) => name).filter((name) => needed.has(name)),
  });
  if (!isJson(additionalProperties)) return record;
  const others = fc.dictionary(fc.string({ maxLength: 8 }), anyOf(additionalProperties, at), {
    maxKeys: 2,
  });
  return fc.tuple(record, others).map(([own, more]) => ({ ...more, ...own }));
}

/** One value, the same for the same seed. */
export const drawn = <T>(values: fc.Arbitrary<T>, seed: number): T => {
  const [value] = fc.sample(values, { seed, numRuns: 1 });
  if (value === undefined) throw new Error("nothing was drawn");
  return value;
};
