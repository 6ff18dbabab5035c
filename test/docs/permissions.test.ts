import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawn } from "./draw-documents.ts";
import { permissionParts } from "./permission-parts.ts";

it("docs/security/permissions.md is drawn from the matrix that the templates are judged by", () => {
  const document = readFileSync(new URL("../../docs/security/permissions.md", import.meta.url), "utf8");

  expect(drawn(document, permissionParts())).toBe(document);
});
