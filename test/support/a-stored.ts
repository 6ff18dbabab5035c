import * as z from "zod/v4/core";

const texts = [
  "sf-centrum",
  "2026-11-02",
  "2026-11-02T07:00:00Z",
  "urn:hemvist:goteborg",
  "se.goteborg.hemvist.decision.assigned.v1",
  "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
];

/**
 * Values that a schema takes, with every optional field present: as many as it takes for each form of each part to be
 * in one of them. They are made by walking the schema, so that a new object in it is in one of them too.
 * @throws where the schema has a part of a kind that this walk does not know yet
 */
export function aStored(schema: z.$ZodType): readonly unknown[] {
  if (schema instanceof z.$ZodObject) return ofShape(schema._zod.def.shape);
  if (schema instanceof z.$ZodExactOptional) return aStored(schema._zod.def.innerType);
  if (schema instanceof z.$ZodArray) return [aStored(schema._zod.def.element)];
  // A discriminated union is a union too.
  if (schema instanceof z.$ZodUnion) return schema._zod.def.options.flatMap(aStored);
  if (schema instanceof z.$ZodRecord) return [{}];
  if (schema instanceof z.$ZodEnum) return Object.values(schema._zod.def.entries).slice(0, 1);
  if (schema instanceof z.$ZodLiteral) return [...schema._zod.def.values];
  if (schema instanceof z.$ZodBoolean) return [true];
  if (schema instanceof z.$ZodNumber) return [1];
  const text = texts.find((one) => z.safeParse(schema, one).success);
  if (text === undefined) throw new Error(`no value is known for a ${schema._zod.def.type}`);
  return [text];
}

/** As many objects as its field with the most forms has; the others repeat their last. */
function ofShape(shape: Readonly<Record<string, z.$ZodType>>): readonly unknown[] {
  const fields = Object.entries(shape).map(([name, field]) => [name, aStored(field)] as const);
  const most = Math.max(1, ...fields.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(fields.map(([name, values]) => [name, values[Math.min(index, values.length - 1)]])),
  );
}
