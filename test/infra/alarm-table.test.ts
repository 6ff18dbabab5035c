import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawn } from "../docs/draw-documents.ts";
import { alarmParts } from "./alarm-parts.ts";
import { walkParts } from "./walk-parts.ts";

const document = readFileSync("docs/alarms.md", "utf8");

it("the page of alarms shows those that are synthesised, and which runbook is walked; npm run generate draws it", () => {
  expect(document).toBe(drawn(document, { ...alarmParts(), ...walkParts() }));
});

it("has a row or more for each severity", () => {
  for (const part of Object.values(alarmParts())) expect(part).toMatch(/^\| `hemvist-/m);
});
