import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { parsedJson } from "./envelope.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { openApiDocument } from "./openapi.ts";
import { examplesFrom } from "./openapi-examples.ts";

const root = new URL("../../", import.meta.url);

export const schemaFolder = new URL("events/schemas/", root);

const samples = {
  decision: "events/decisions/01-traineeship-with-diet-and-exercise.json",
  returned: "events/decisions/invalid/returned-employment-service-consulted.json",
  progress: "events/progress/01-received.json",
};

const sample = async (path: string): Promise<unknown> =>
  parsedJson(await readFile(new URL(path, root), "utf8"));

/** Every generated file, by its path, with the text it should hold. The same sources give the same text. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const examples = examplesFrom({
    decision: await sample(samples.decision),
    returned: await sample(samples.returned),
    progress: await sample(samples.progress),
  });
  const openApi = stringify(openApiDocument(examples), {
    // Aliases would make one example depend on where another stands.
    aliasDuplicateObjects: false,
    // Many readers still take an unquoted date for something else than a text.
    compat: "yaml-1.1",
    lineWidth: 110,
  });
  const schemas = [...jsonSchemas()].map(
    ([name, schema]) =>
      [fileURLToPath(new URL(`${name}.json`, schemaFolder)), `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  return new Map([[fileURLToPath(new URL("openapi.yaml", import.meta.url)), openApi], ...schemas]);
}
