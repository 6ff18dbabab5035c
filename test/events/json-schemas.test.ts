import {
  parsedJson,
  type Read,
  readDecision,
  readPersonSearch,
  readProgress,
  readProposal,
  readProposalAnswer,
} from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { goteborg } from "../support/goteborg.ts";
import { namesIn, textOf } from "./sample-files.ts";

const schemaOf = (name: string) => z.fromJSONSchema(JSON.parse(textOf(`schemas/${name}.json`)));
const accepts = (schema: string, path: string): boolean =>
  schemaOf(schema).safeParse(JSON.parse(textOf(path))).success;

// What JSON Schema has no word for, or only by a format that validators may leave alone.
const beyondSchema = [
  "citation-not-read",
  "legal-basis-not-handled",
  "identity-number-as-id",
  "not-an-identity-number",
  "not-json",
  "not-unique",
  "not-a-date",
  "not-text",
  "blank",
  "after-receipt",
  "needs-name",
  "identity-number-in-text",
  "identity-number-in-follows",
  "until-further-notice",
];

describe("the JSON Schemas", () => {
  it.each(namesIn("decisions"))("take decisions/%s", (name) => {
    expect(accepts("decision", `decisions/${name}`)).toBe(true);
  });

  it.each(namesIn("decisions/invalid").filter((name) => name.startsWith("returned-")))(
    "take decisions/invalid/%s: it can be read",
    (name) => {
      expect(accepts("decision", `decisions/invalid/${name}`)).toBe(true);
    },
  );

  it.each(namesIn("decisions/revisions"))("take decisions/revisions/%s: it can be read", (name) => {
    expect(accepts("decision", `decisions/revisions/${name}`)).toBe(true);
  });

  it.each(
    namesIn("decisions/invalid").filter(
      (name) =>
        name.startsWith("unreadable-") && !beyondSchema.some((fault) => name === `unreadable-${fault}.json`),
    ),
  )("refuse decisions/invalid/%s", (name) => {
    expect(accepts("decision", `decisions/invalid/${name}`)).toBe(false);
  });

  it.each(namesIn("progress"))("take progress/%s", (name) => {
    expect(accepts("progress", `progress/${name}`)).toBe(true);
  });

  it.each(namesIn("assignments"))("take assignments/%s, by its type and as an envelope", (name) => {
    const path = `assignments/${name}`;
    const { type } = JSON.parse(textOf(path));
    const schema = String(type).replace("se.goteborg.hemvist.", "").replace(".v1", "");

    expect(accepts(schema, path)).toBe(true);
    expect(accepts("cloud-event", path)).toBe(true);
    expect(schemaOf(schema).safeParse({ ...JSON.parse(textOf(path)), extra: 1 }).success).toBe(false);
  });
});

/** The paths of all members of all objects in a message. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...(Array.isArray(value) ? [] : [[...path, name]]),
    ...pathsIn(member, [...path, name]),
  ]);
}

/** The message with `null` at a path, whose holders exist. */
function withNull(message: unknown, path: readonly string[]): unknown {
  const copy = structuredClone(message);
  const [last = "", ...up] = [...path].reverse();
  const holder = up.reverse().reduce((within, name) => (within as Record<string, unknown>)[name], copy);
  (holder as Record<string, unknown>)[last] = null;
  return copy;
}

// The service looks at what no schema says after it has left out the nulls.
const afterTheSchema = new Set([
  "needs-name",
  "needs-reason",
  "needs-result",
  "needs-expected-start",
  "needs-text",
  "one-of-two",
]);

const isRead = (read: Read<unknown>): boolean =>
  read.ok || read.faults.every(({ code }) => afterTheSchema.has(code));

const search = {
  identityNumber: "18900118-9803",
  administration: "sf-centrum",
  reference: "R-1",
  caseNumber: "2026-88231",
  purpose: "Handläggning",
};

describe("null in what partners send is to the JSON Schema what it is to the service:", () => {
  const sample = (path: string): unknown => parsedJson(textOf(path));
  it.each<[string, unknown, (message: unknown) => Read<unknown>]>([
    ...namesIn("decisions").map((name): [string, unknown, (message: unknown) => Read<unknown>] => [
      "decision",
      sample(`decisions/${name}`),
      (message) => readDecision(message, { receivedOn: "2026-11-02", municipality: goteborg }),
    ]),
    ...namesIn("progress").map((name): [string, unknown, (message: unknown) => Read<unknown>] => [
      "progress",
      sample(`progress/${name}`),
      readProgress,
    ]),
    ["proposal", sample("proposals/01-extend.json"), readProposal],
    ["proposal-answer", sample("proposals/04-answer-declined.json"), readProposalAnswer],
    [
      "person-search",
      search,
      (message) => readPersonSearch(message, { receivedOn: "2026-11-02", municipality: goteborg }),
    ],
  ])("%s", (kind, message, read) => {
    const schema = schemaOf(kind);
    const paths = pathsIn(message);

    expect(paths.length).toBeGreaterThan(3);
    expect(paths.map((path) => [path, schema.safeParse(withNull(message, path)).success])).toEqual(
      paths.map((path) => [path, isRead(read(withNull(message, path)))]),
    );
  });

  it("a protected person's number and names, which only other persons have", () => {
    const message = sample("decisions/04-protected-person.json");
    const nulls = ["identityNumber", "givenName", "familyName", "birthDate", "replaces"];
    const whole = nulls.reduce((sent, name) => withNull(sent, ["person", name]), message);

    expect(readDecision(whole, { receivedOn: "2026-11-02", municipality: goteborg }).ok).toBe(true);
    expect(schemaOf("decision").safeParse(whole).success).toBe(true);
    expect(schemaOf("decision").safeParse(withNull(message, ["person", "name"])).success).toBe(false);
  });

  it("a field that no message has is refused by both", () => {
    const message = withNull(sample("decisions/01-traineeship-with-diet-and-exercise.json"), ["priority"]);

    expect(readDecision(message, { receivedOn: "2026-11-02", municipality: goteborg }).ok).toBe(false);
    expect(schemaOf("decision").safeParse(message).success).toBe(false);
  });
});
