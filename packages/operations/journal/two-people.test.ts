import { describe, expect, it } from "vitest";
import { aJournal } from "../../../test/support/a-journal.ts";
import type { Caller } from "./journal.ts";
import { approve, askForSecond } from "./two-people.ts";

const anna: Caller = { account: "1", userId: "AROA:anna", arn: "arn:aws:sts::1:assumed-role/operator/anna" };
const bertil: Caller = {
  account: "1",
  userId: "AROA:bertil",
  arn: "arn:aws:sts::1:assumed-role/operator/bertil",
};
const monday = "2026-11-02T09:00:00Z";
const tuesday = "2026-11-03T08:59:59Z";

async function asked() {
  const { journal, entries } = aJournal();
  const { pending } = await askForSecond(
    { journal, who: anna, now: monday },
    { command: "redrive", reason: "INC-1", asked: { queues: [] }, items: ["letter-1", "letter-2"] },
  );
  const by = (who: Caller, { at = tuesday, id = pending, reason = "INC-1, seen" } = {}) =>
    approve({ journal, who, now: at }, { pending: id, reason });
  return { by, entries, pending };
}

describe("an act that needs two people", () => {
  it("is done as the first one asked, and about nothing else, when another has approved it", async () => {
    const { by, entries, pending } = await asked();

    expect(await by(bertil)).toEqual({
      command: "redrive",
      asked: { queues: [] },
      approval: { act: pending, askedBy: anna, items: new Set(["letter-1", "letter-2"]) },
    });
    expect(entries()).toMatchObject([
      { phase: "asked", who: anna, reason: "INC-1" },
      { phase: "approved", who: bertil, reason: "INC-1, seen", what: { askedBy: "AROA:anna" } },
    ]);
  });

  it.each([
    ["the same session", anna],
    [
      "the same name under another role",
      { ...anna, userId: "AROB:anna", arn: anna.arn.replace("operator", "other") },
    ],
  ])("is not approved by %s", async (_who, who) => {
    await expect((await asked()).by(who)).rejects.toThrow("another person must approve");
  });

  it("is approved once", async () => {
    const { by } = await asked();
    await by(bertil);

    await expect(by(bertil)).rejects.toThrow("approved already");
  });

  it.each([
    ["a day later", { at: "2026-11-03T09:00:00Z" }, "older than a day"],
    ["by another id", { id: crypto.randomUUID() }, "the id is wrong"],
    ["by the key of another object", { id: "../AROA:anna/entry" }, "the id is wrong"],
    ["without a reason", { reason: " " }, "Say why"],
  ])("is not approved %s", async (_how, changes, says) => {
    const { by, entries } = await asked();

    await expect(by(bertil, changes)).rejects.toThrow(says);
    expect(entries()).toHaveLength(1);
  });
});
