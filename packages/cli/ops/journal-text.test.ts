import type { JournalEntry } from "@hemvist/operations/asking";
import { describe, expect, it } from "vitest";
import { actsIn, isCutOff, journalText } from "./journal-text.ts";

const entry = (changes: Partial<JournalEntry>): JournalEntry => ({
  act: "act-1",
  phase: "intended",
  at: "2026-11-02T09:00:00Z",
  who: { account: "1", userId: "AROA:anna", arn: "arn:aws:sts::1:assumed-role/operator/anna" },
  command: "redrive",
  reason: "INC-1",
  what: { letters: [1, 2, 3] },
  ...changes,
});
const asked = entry({
  phase: "asked",
  command: "discard",
  what: { asked: { queues: [] }, items: ["a", "b"], expiresAt: "2026-11-03T09:00:00Z" },
});
const bertil = { account: "1", userId: "AROA:bertil", arn: "arn:aws:sts::1:assumed-role/operator/bertil" };
const linesOf = (entries: readonly JournalEntry[], now?: string) =>
  journalText(actsIn(entries), { language: "en", now })
    .split("\n")
    .slice(1)
    .map((line) => line.replaceAll(/ {2,}/g, " | "));

describe("the journal on the terminal", () => {
  it("has an act once, with what came of it", () => {
    expect(
      linesOf([entry({ phase: "done", outcome: { sent: ["x"], notSent: [], left: 0 } }), entry({})]),
    ).toEqual(["2026-11-02T09:00:00Z | anna | redrive | letters 3 | INC-1 | sent 1", "1 acts."]);
  });

  it("warns of an act without a result", () => {
    expect(linesOf([entry({})])).toEqual([
      "2026-11-02T09:00:00Z | anna | redrive | letters 3 | INC-1 | NO RESULT",
      "1 acts.",
      expect.stringContaining("! 1 without a result"),
    ]);
    expect(actsIn([entry({})]).map(isCutOff)).toEqual([true]);
  });

  it.each([
    ["it waits", "2026-11-02T10:00:00Z", [asked], "waits for a second person"],
    ["its day has passed", "2026-11-03T09:00:00Z", [asked], "not approved in time"],
    [
      "another person approved it",
      "2026-11-03T09:00:00Z",
      [asked, entry({ phase: "approved", who: bertil, command: "approve" })],
      "approved by bertil",
    ],
  ])("says of what needed two people that %s", (_what, now, entries, says) => {
    expect(linesOf(entries, now)).toEqual([
      `2026-11-02T09:00:00Z | anna | discard | items 2 | INC-1 | ${says}`,
      "1 acts.",
    ]);
    expect(actsIn(entries).map(isCutOff)).toEqual([false]);
  });

  it("is in order of time, whichever operator acted", () => {
    const later = entry({ act: "act-2", at: "2026-11-02T09:30:00Z", who: bertil });

    expect(actsIn([later, entry({})]).map(({ who }) => who)).toEqual(["anna", "bertil"]);
  });
});
