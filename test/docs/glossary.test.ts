import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";

const glossary = readFileSync(new URL("../../docs/glossary.md", import.meta.url), "utf8");
const model = goteborg.models.at(-1);

describe("docs/glossary.md", () => {
  it.each(model?.parties ?? [])("has $code under its Swedish name", ({ code, name }) => {
    expect(glossary).toMatch(new RegExp(`^\\| ${literal(name)} \\|.*\`${code}\``, "m"));
  });

  it.each(model?.providers ?? [])("has $code under its Swedish name", ({ code, name }) => {
    expect(glossary).toMatch(new RegExp(`^\\| ${literal(name)} \\|.*\`${code}\``, "m"));
  });

  it.each(model?.subAreas ?? [])("has $code as the model names it, in both languages", (subArea) => {
    expect(glossary).toContain(`| ${subArea.name} | ${subArea.english} | \`${subArea.code}\` |`);
  });

  it("has one English word for each Swedish term", () => {
    const terms = [...glossary.matchAll(/^\| ([^|]+) \|/gm)].map(([, term]) => term);
    const twice = terms.filter((term, index) => terms.indexOf(term) !== index);

    expect(twice.filter((term) => !["Swedish", "---", "English"].includes(String(term)))).toEqual([]);
  });
});

const literal = (text: string): string => text.replaceAll(/[()]/g, "\\$&");
