import { readFileSync } from "node:fs";
import { isOpen, transitions } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { drawn } from "./draw-documents.ts";
import { parts } from "./status-model-parts.ts";

const document = readFileSync(new URL("../../docs/status-model.md", import.meta.url), "utf8");

describe("docs/status-model.md", () => {
  it("says what the code does; if not: node test/docs/draw-documents.ts", () => {
    expect(document).toBe(drawn(document, parts()));
  });

  it("shows every transition in the diagram", () => {
    const arrows = document.match(/^ {2}\w+ --> \w+/gm) ?? [];

    expect(arrows).toHaveLength(transitions.flatMap(({ from }) => from).length);
  });

  it("says what is awaited in every open status", () => {
    const open = [...new Set(transitions.flatMap(({ from }) => from))];

    expect(open.every((status) => isOpen({ status }))).toBe(true);
    for (const status of open)
      expect(document).toMatch(
        new RegExp(`^\\| \`${status}\` \\| that |^\\| \`${status}\` \\| a report`, "m"),
      );
  });

  it("has no way out of an end", () => {
    expect(document).not.toMatch(/^ {2}(rejected|completed|failed|cancelled) --> \w/m);
  });
});

describe("drawn", () => {
  it("refuses a document that has lost one of its places", () => {
    expect(() => drawn("# Nothing", parts())).toThrow("no place for diagram");
  });

  it("replaces a stale part and leaves the text around it", () => {
    const stale = document.replace("stateDiagram-v2", "stateDiagram-v1").replace("# Status", "# The status");

    expect(drawn(stale, parts())).toContain("stateDiagram-v2");
    expect(drawn(stale, parts())).toContain("# The status");
  });
});
