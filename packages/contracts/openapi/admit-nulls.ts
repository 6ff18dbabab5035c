/** JSON Schema, as far as it is looked into here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const nothing: JsonSchema = { type: "null" };

/**
 * The schema of a message that partners send, with `null` wherever a field may be absent: the service counts both as
 * the same. One form of a person may hold as `null` what only the other forms have.
 */
export function admitNulls(schema: JsonSchema): JsonSchema {
  const within = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, admitted(part)]));
  const { properties, required, anyOf } = within;
  return {
    ...within,
    ...(isObject(properties) ? { properties: optionalOrNull(properties, required) } : {}),
    ...(Array.isArray(anyOf) ? { anyOf: withEachOthersNames(anyOf) } : {}),
  };
}

const admitted = (part: unknown): unknown =>
  Array.isArray(part) ? part.map(admitted) : isObject(part) ? admitNulls(part) : part;

const optionalOrNull = (properties: JsonSchema, required: unknown): JsonSchema =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const isRequired = Array.isArray(required) && required.includes(name);
      return [name, isRequired ? property : { anyOf: [property, nothing] }];
    }),
  );

/** Of the forms that one object may take, each with the names of all others. */
function withEachOthersNames(forms: readonly unknown[]): readonly unknown[] {
  const named = forms.flatMap((form) =>
    isObject(form) && isObject(form["properties"]) ? Object.keys(form["properties"]) : [],
  );
  const names = Object.fromEntries(named.map((name) => [name, nothing]));
  return forms.map((form) =>
    isObject(form) && isObject(form["properties"])
      ? { ...form, properties: { ...form["properties"], ...absentFrom(form["properties"], names) } }
      : form,
  );
}

const absentFrom = (properties: JsonSchema, names: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(names).filter(([name]) => !(name in properties)));

export const isObject = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
