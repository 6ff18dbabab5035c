import { type Municipality, partiesOf, trialParty } from "@hemvist/rules";
import * as z from "zod/mini";

type Words = (municipality: Municipality) => Readonly<Record<string, unknown>>;

const words = new WeakMap<object, Words>();

/** Marks a schema whose values are a municipality's own. What is generated has them in the place of its pattern. */
export const ofMunicipality = <Schema extends z.ZodMiniType>(schema: Schema, of: Words): Schema => {
  words.set(schema, of);
  return schema;
};

/** For generators of JSON Schema: puts a municipality's own values into the schemas that are marked. */
export const inWordsOf =
  (municipality: Municipality) =>
  ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: object }): void => {
    const its = words.get(zodSchema);
    if (its === undefined) return;
    if ("pattern" in jsonSchema) delete jsonSchema.pattern;
    Object.assign(jsonSchema, its(municipality));
  };

/**
 * A schema for each municipality, built once: messages are read with the codes of its own administrations and of
 * hemvist's own party, and no others. What we publish does not name the latter.
 */
export function perMunicipality<Schema>(
  build: (administration: z.ZodMiniType<string>) => Schema,
): (municipality: Municipality) => Schema {
  const built = new WeakMap<Municipality, Schema>();
  return (municipality) => {
    const known = built.get(municipality);
    if (known !== undefined) return known;
    const schema = build(z.enum([...partiesOf(municipality).administrations, trialParty]));
    built.set(municipality, schema);
    return schema;
  };
}
