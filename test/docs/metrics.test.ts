import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawn } from "./draw-documents.ts";
import { metricParts } from "./metric-parts.ts";

it("docs/metrics.md is drawn from the catalogue that functions write by and alarms watch by", () => {
  const document = readFileSync(new URL("../../docs/metrics.md", import.meta.url), "utf8");

  expect(drawn(document, metricParts())).toBe(document);
});
