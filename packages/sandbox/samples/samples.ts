import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parsedJson } from "@hemvist/contracts";

const folder = join(import.meta.dirname, "../../../events/decisions");

/** What a file's name says will come of it. */
export type Expected =
  | { readonly outcome: "assigned" }
  | { readonly outcome: "returned"; readonly rule: string }
  | { readonly outcome: "unreadable" };

/** A sample decision as a case system would send it. */
export interface Sample {
  /** The file's name without its ending: it says what it shows. */
  readonly name: string;
  readonly body: string;
  /** Whose queue it belongs on; where the message does not say, the first administration's. */
  readonly administration: string;
  readonly expected: Expected;
}

/** Every sample: the valid ones in the order they are posted, then those that are returned or cannot be read. */
export const readSamples = (): readonly Sample[] => [
  ...filesIn(folder).map((file) => sampleIn(file, () => ({ outcome: "assigned" }))),
  ...filesIn(join(folder, "invalid")).map((file) => sampleIn(file, expectedOf)),
];

/** The decision that the ready-made curl line posts: valid, and none of the samples. */
export const tryItFile = "events/try-it.json";

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(directory, name));

function sampleIn(file: string, expected: (name: string) => Expected): Sample {
  const name = basename(file, ".json");
  const body = readFileSync(file, "utf8");
  return { name, body, administration: administrationIn(parsedJson(body)), expected: expected(name) };
}

const expectedOf = (name: string): Expected => {
  const [, outcome, what] = /^(returned|unreadable)-(.+)$/.exec(name) ?? [];
  if (outcome === "returned" && what !== undefined) return { outcome, rule: what };
  if (outcome === "unreadable") return { outcome };
  throw new Error(`${name}: an invalid sample is named returned-<rule> or unreadable-<what>`);
};

const administrations = new Set(["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"]);

function administrationIn(message: unknown): string {
  const named =
    typeof message === "object" && message !== null && "administration" in message
      ? message.administration
      : "";
  return typeof named === "string" && administrations.has(named) ? named : "sf-centrum";
}
