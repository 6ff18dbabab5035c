import { readFileSync } from "node:fs";
import { accessMatrix } from "@hemvist/rules";
import { expect, it } from "vitest";
import { accessParts } from "./access-parts.ts";
import { drawn } from "./draw-documents.ts";

const document = readFileSync(new URL("../../docs/security/who-may-what.md", import.meta.url), "utf8");

it("docs/security/who-may-what.md is the matrix; if not: node test/docs/draw-documents.ts", () => {
  expect(document).toBe(drawn(document, accessParts()));
});

it("has a row for every operation", () => {
  const rows = document.match(/^\| `(?:GET|POST) \/v1\S*` \|/gm) ?? [];

  expect(rows).toHaveLength(accessMatrix.length);
});
