import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Municipality } from "@hemvist/rules";
import { defaultMunicipality } from "@hemvist/rules/municipalities";
import { stringify } from "yaml";
import { parsedJson } from "../json-text.ts";
import { openApiDocument } from "./document.ts";
import { examplesFrom } from "./examples.ts";
import { jsonSchemas } from "./json-schemas.ts";
import type { Examples } from "./operation.ts";
import { sampleAssignments } from "./sample-assignments.ts";

const root = new URL("../../../", import.meta.url);

/** The folders that hold nothing but what is generated. */
export const generatedFolders = [
  new URL("events/schemas/", root),
  new URL("events/assignments/", root),
] as const;

const [schemas, assignments] = generatedFolders;
const sample = async (path: string): Promise<unknown> =>
  parsedJson(await readFile(new URL(`events/${path}`, root), "utf8"));

/** Every generated file, by its path, with the text it should hold. The same sources give the same text. */
export async function generated(
  municipality: Municipality = defaultMunicipality,
): Promise<ReadonlyMap<string, string>> {
  const decision = await sample("decisions/01-traineeship-with-diet-and-exercise.json");
  const received = await sample("progress/01-received.json");
  const examples = examplesFrom(municipality, {
    decision,
    returned: await sample("decisions/invalid/returned-employment-service-consulted.json"),
    progress: received,
  });
  const messages = sampleAssignments(municipality, {
    decision,
    received,
    nextRevision: await sample("decisions/22-revision-2-of-01.json"),
    protectedPerson: await sample("decisions/04-protected-person.json"),
  });
  return new Map([
    [fileURLToPath(new URL("../openapi.yaml", import.meta.url)), openApiText(examples, municipality)],
    ...[...jsonSchemas(municipality)].map(([name, schema]) =>
      jsonFile(new URL(`${name}.json`, schemas), schema),
    ),
    ...[...messages].map(([name, event]) => jsonFile(new URL(name, assignments), event)),
  ]);
}

const openApiText = (examples: Examples, municipality: Municipality): string =>
  stringify(openApiDocument(examples, municipality), {
    // Aliases would make one example depend on where another stands.
    aliasDuplicateObjects: false,
    // Many readers still take an unquoted date for something else than a text.
    compat: "yaml-1.1",
    lineWidth: 110,
  });

const jsonFile = (file: URL, value: object): readonly [string, string] => [
  fileURLToPath(file),
  `${JSON.stringify(value, null, 2)}\n`,
];
