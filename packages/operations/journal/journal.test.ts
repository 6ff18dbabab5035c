import { describe, expect, it } from "vitest";
import { aJournal } from "../../../test/support/a-journal.ts";
import { type Caller, type Journal, onRecord } from "./journal.ts";

const anna: Caller = { account: "1", userId: "AROA:anna", arn: "arn:aws:sts::1:assumed-role/operator/anna" };

const act = (journal: Journal, changes: { reason?: string | undefined; run?: () => Promise<number> } = {}) =>
  onRecord(
    { journal, who: anna, now: "2026-11-02T09:00:00Z" },
    {
      command: "redrive",
      reason: "incident 7",
      what: { letters: ["letter-1"] },
      run: () => Promise.resolve(1),
      outcomeOf: (sent: number) => ({ sent }),
      ...changes,
    },
  );

describe("an act", () => {
  it("is written before it is done, and what came of it after, under the caller's own id", async () => {
    const { journal, entries, keys } = aJournal();
    await act(journal, {
      run: () => {
        expect(entries().map(({ phase }) => phase)).toEqual(["intended"]);
        return Promise.resolve(3);
      },
    });

    expect(keys().map((key) => key.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, "act"))).toEqual([
      "AROA:anna/2026-11-02T09:00:00Z-act-intended.json",
      "AROA:anna/2026-11-02T09:00:00Z-act-done.json",
    ]);
    expect(entries()[1]).toMatchObject({
      who: anna,
      command: "redrive",
      reason: "incident 7",
      what: { letters: ["letter-1"] },
      outcome: { sent: 3 },
    });
  });

  it("is not done where it cannot be written first", async () => {
    let isDone = false;
    const run = () => {
      isDone = true;
      return Promise.resolve(1);
    };

    await expect(act(aJournal({ refuses: () => true }).journal, { run })).rejects.toThrow("Nothing was done");
    expect(isDone).toBe(false);
  });

  it("that fails is written as failed, by its error's name alone", async () => {
    const { journal, entries } = aJournal();
    const run = () => Promise.reject(new TypeError("18900118-9803"));

    await expect(act(journal, { run })).rejects.toThrow(TypeError);
    expect(entries()[1]?.outcome).toEqual({ failed: "TypeError" });
  });

  it("whose outcome cannot be written says so", async () => {
    const { journal } = aJournal({ refuses: ({ phase }) => phase === "done" });

    await expect(act(journal)).rejects.toThrow("could not be put on record");
  });

  it.each([
    ["none", undefined, "Say why"],
    ["an empty one", "  ", "Say why"],
    ["one with an identity number", "called by 18900118-9803", "identity number"],
    ["one that goes on and on", "x".repeat(201), "at most 200"],
  ])("needs a reason, and not %s", async (_which, reason, says) => {
    const { journal, entries } = aJournal();

    await expect(act(journal, { reason })).rejects.toThrow(says);
    expect(entries()).toEqual([]);
  });
});
