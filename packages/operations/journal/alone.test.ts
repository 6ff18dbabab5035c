import { describe, expect, it } from "vitest";
import { aJournal } from "../../../test/support/a-journal.ts";
import { mayAlone } from "./alone.ts";
import { type Caller, onRecord } from "./journal.ts";

const anna: Caller = { account: "1", userId: "AROA:anna", arn: "arn:aws:sts::1:assumed-role/operator/anna" };
const bertil: Caller = { ...anna, userId: "AROA:bertil" };
const tuesday = "2026-11-03T09:00:00Z";
/** A stage says how many. */
const most = 7;

interface Done {
  readonly who?: Caller;
  readonly at?: string;
  readonly command?: string;
  readonly what?: Readonly<Record<string, unknown>>;
}

/** Whether Anna may discard one letter more on Tuesday morning, after this. */
async function mayOneMore(...done: readonly Done[]): Promise<boolean> {
  const { journal } = aJournal();
  for (const { who = anna, at = "2026-11-02T10:00:00Z", command = "discard", what = letters(1) } of done)
    await onRecord(
      { journal, who, now: at },
      { command, reason: "INC-1", what, run: () => Promise.resolve(), outcomeOf: () => ({}) },
    );
  return mayAlone({ journal, who: anna, now: tuesday }, { command: "discard", items: 1, most });
}

const letters = (many: number) => ({
  letters: Array.from({ length: many }, (_, index) => ({ id: `${index}` })),
});
const events = (many: number) => ({ events: Array.from({ length: many }, (_, index) => `${index}`) });

describe("one person alone", () => {
  it("does so many at once, and no more", async () => {
    const on = { journal: aJournal().journal, who: anna, now: tuesday };

    expect(await mayAlone(on, { command: "replay", items: most, most })).toBe(true);
    expect(await mayAlone(on, { command: "replay", items: most + 1, most })).toBe(false);
    expect(await mayAlone(on, { command: "replay", items: most + 1, most: most + 1 })).toBe(true);
  });

  it("does no more one by one, by any count that an entry has", async () => {
    expect(await mayOneMore(...Array.from({ length: most - 1 }, () => ({})))).toBe(true);
    expect(await mayOneMore(...Array.from({ length: most }, () => ({})))).toBe(false);
    expect(await mayOneMore({ what: letters(most) })).toBe(false);
    expect(await mayOneMore({ what: events(most) })).toBe(false);
  });

  it.each([
    ["more than a day ago", { at: "2026-11-02T08:59:59Z" }],
    ["by another command", { command: "redrive" }],
    ["by another person", { who: bertil }],
    ["with another person's approval", { what: { ...letters(most), approves: "act-1" } }],
  ])("is not charged with what was done %s", async (_when, changes) => {
    expect(await mayOneMore({ what: letters(most), ...changes })).toBe(true);
  });
});
