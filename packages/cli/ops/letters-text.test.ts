import type { ExplainedLetter } from "@hemvist/operations/asking";
import { expect, it } from "vitest";
import { lettersText } from "./letters-text.ts";

const texts = { sv: "", en: "" };
const letter = (id: string, changes: Partial<ExplainedLetter> = {}): ExplainedLetter => ({
  id,
  queue: "decisions-sf-centrum",
  sentAt: "2026-11-02T09:00:00Z",
  codes: ["missing", "not-one-of"],
  what: texts,
  whyHere: texts,
  whatNow: texts,
  verdict: { kind: "unreadable" },
  command: "",
  ...changes,
});
const now = "2026-11-04T09:05:00Z";
const rows = (letters: readonly ExplainedLetter[], unseen = 0) =>
  lettersText(letters, { unseen, now }, { language: "en" })
    .split("\n")
    .map((line) => line.replaceAll(/ {2,}/g, " | "));

it("a letter has the start of its id, its codes, its ages, and what its sender has done since", () => {
  expect(
    rows([
      letter("4b1c2d3e-0000-4000-8000-000000000001", {
        receivedAt: "2026-11-02T09:00:00Z",
        diedAt: "2026-11-04T09:00:00Z",
        rightOneSince: "2026-11-03T09:00:00Z",
      }),
    ]),
  ).toEqual([
    "id | queue | decision | code | received | died | would | sender",
    "4b1c2d3e | decisions-sf-centrum | - | missing, not-one-of | 2 d | 5 min | unreadable | has sent a right one since",
    "1 dead letter. hemvist ops explain <id>",
  ]);
});

it("an id stands whole where its start is another's too, and where letters are unseen", () => {
  const twins = ["4b1c2d3e-0001", "4b1c2d3e-0002", "90aa0000-0001"].map((id) => letter(id));

  expect(
    rows(twins)
      .slice(1, 4)
      .map((row) => row.split(" | ")[0]),
  ).toEqual(["4b1c2d3e-0001", "4b1c2d3e-0002", "90aa0000"]);
  expect(rows(twins, 5)[3]).toMatch(/^90aa0000-0001/);
});
