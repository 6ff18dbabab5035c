import { describe, expect, it } from "vitest";
import * as z from "zod";
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

const withNulls = "26-as-case-systems-write-it.json";

describe("the JSON Schemas", () => {
  it.each(namesIn("decisions").filter((name) => name !== withNulls))("take decisions/%s", (name) => {
    expect(accepts("decision", `decisions/${name}`)).toBe(true);
  });

  it("have no null, which the service counts as absent", () => {
    expect(accepts("decision", `decisions/${withNulls}`)).toBe(false);
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
