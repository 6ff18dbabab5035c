import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawn } from "./draw-documents.ts";
import { queryParts } from "./query-parts.ts";

it("docs/log-queries.md is drawn from the queries that are deployed", () => {
  const document = readFileSync(new URL("../../docs/log-queries.md", import.meta.url), "utf8");

  expect(drawn(document, queryParts())).toBe(document);
});
