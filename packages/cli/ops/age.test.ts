import { expect, it } from "vitest";
import { ageOf, ageSince } from "./age.ts";

it.each([
  [0, "< 1 min"],
  [59, "< 1 min"],
  [60, "1 min"],
  [3600, "1 h"],
  [3600 + 600, "1 h 10 min"],
  [86_400, "1 d"],
  [5 * 86_400 + 3 * 3600 + 59 * 60, "5 d 3 h"],
  [-5, "< 1 min"],
])("%d seconds are %s", (seconds, text) => {
  expect(ageOf(seconds)).toBe(text);
});

it("is a dash where the time is not known", () => {
  expect(ageSince(undefined, "2026-11-03T09:00:00Z")).toBe("-");
  expect(ageSince("2026-11-02T09:00:00Z", "2026-11-03T10:00:00Z")).toBe("1 d 1 h");
});
