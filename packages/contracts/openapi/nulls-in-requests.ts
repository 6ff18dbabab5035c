import { admitNulls, isObject, type JsonSchema } from "./admit-nulls.ts";

/**
 * The document's schemas, with `null` in those of requests wherever a field may be absent. Answers hold no `null`, so a
 * schema that both have must be one that `null` does not change.
 * @throws where a schema of a request is in an answer too, and would take `null` there
 */
export function nullsInRequests(document: JsonSchema): JsonSchema {
  const { paths, components } = document;
  if (!isObject(paths) || !isObject(components))
    throw new Error("the document has no paths, or no components");
  const { schemas, responses: shared } = components;
  if (!isObject(schemas)) throw new Error("the document has no schemas");
  const operations = Object.values(paths)
    .flatMap((path) => (isObject(path) ? Object.values(path) : []))
    .filter(isObject);
  const requests = operations.map((operation) => operation["requestBody"]);
  const responses = operations.map((operation) => operation["responses"]);
  const asked = referredTo(requests, schemas);
  const answered = referredTo([shared, ...responses], schemas);
  const admitting = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if (!asked.has(name) || !isObject(schema)) return [name, schema];
      const admits = admitNulls(schema);
      if (answered.has(name) && JSON.stringify(admits) !== JSON.stringify(schema))
        throw new Error(`${name} is in requests, where a field may be null, and in answers`);
      return [name, admits];
    }),
  );
  return { ...document, components: { ...components, schemas: admitting } };
}

/** The names of all schemas that something refers to, directly or through another schema. */
function referredTo(part: unknown, schemas: JsonSchema, found = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ""] of JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g)) {
    if (found.has(name)) continue;
    found.add(name);
    referredTo(schemas[name] ?? {}, schemas, found);
  }
  return found;
}
