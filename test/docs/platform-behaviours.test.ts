import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawn } from "../conformance/document.ts";
import { sections } from "../conformance/sections.ts";

const document = readFileSync(new URL("../../docs/platform-behaviours.md", import.meta.url), "utf8");

describe("docs/platform-behaviours.md", () => {
  it("says what is expected of each engine; if not: npm run generate", () => {
    expect(document).toBe(drawn(document));
  });

  it("has every behaviour once", () => {
    const all = sections.flatMap(({ rows }) => rows.map(({ says }) => says));

    expect(new Set(all).size).toBe(all.length);
    for (const says of all) expect(document).toContain(says);
  });
});

describe("drawn", () => {
  it("refuses a document that has lost its place", () => {
    expect(() => drawn("# Nothing")).toThrow("no place for the behaviours");
  });
});
