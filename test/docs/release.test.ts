import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { places, releaseTable } from "../canaries/release-table.ts";
import { drawn } from "./draw-documents.ts";
import { releaseParts } from "./release-parts.ts";

const document = readFileSync(new URL("../../docs/security/release.md", import.meta.url), "utf8");

it("docs/security/release.md is the release table; if not: node test/docs/draw-documents.ts", () => {
  expect(document).toBe(drawn(document, releaseParts()));
});

it("has one row for each place, but for those where nothing may lie at all", () => {
  const emptied: readonly string[] = [places.incoming, places.deadOutgoing];

  expect(releaseTable.map(({ place }) => place).sort()).toEqual(
    Object.values(places)
      .filter((place) => !emptied.includes(place))
      .sort(),
  );
});
