import { describe, expect, it } from "vitest";
import { aJournal } from "../../../test/support/a-journal.ts";
import { type Caller, onRecord } from "./journal.ts";
import { readJournal, type WhichEntries } from "./read-journal.ts";
import { approve, askForSecond } from "./two-people.ts";

const callerCalled = (name: string): Caller => ({
  account: "1",
  userId: `AROA:${name}`,
  arn: `arn:aws:sts::1:assumed-role/operator/${name}`,
});
const [anna, bertil] = [callerCalled("anna"), callerCalled("bertil")];
const day = "2026-11-02";

async function aJournalWith(...acts: readonly (readonly [who: Caller, at: string, command: string])[]) {
  const { journal } = aJournal();
  for (const [who, now, command] of acts)
    await onRecord(
      { journal, who, now },
      { command, reason: "INC-1", what: {}, run: () => Promise.resolve(1), outcomeOf: () => ({ sent: 1 }) },
    );
  return journal;
}

const read = async (journal: Awaited<ReturnType<typeof aJournalWith>>, which: Partial<WhichEntries> = {}) => {
  const { entries } = await readJournal(journal, { from: day, to: day, after: undefined, ...which });
  return entries.map(({ at, who, command, phase }) => `${at} ${who.userId} ${command} ${phase}`);
};

describe("the journal of a day", () => {
  it("is the day in Stockholm, from its first second to its last", async () => {
    const journal = await aJournalWith(
      [anna, "2026-11-01T22:59:59Z", "before"],
      [anna, "2026-11-01T23:00:00Z", "first"],
      [anna, "2026-11-02T22:59:59Z", "last"],
      [anna, "2026-11-02T23:00:00Z", "after"],
    );

    expect(await read(journal)).toEqual([
      "2026-11-01T23:00:00Z AROA:anna first done",
      "2026-11-01T23:00:00Z AROA:anna first intended",
      "2026-11-02T22:59:59Z AROA:anna last done",
      "2026-11-02T22:59:59Z AROA:anna last intended",
    ]);
  });

  it.each([
    ["one person, by the name of the session", { operator: "anna" }],
    ["one person, by AWS's id", { operator: "AROA:anna" }],
    ["one command", { command: "redrive" }],
  ])("is of %s, if that is asked for", async (_what, which) => {
    const journal = await aJournalWith(
      [anna, "2026-11-02T09:00:00Z", "redrive"],
      [bertil, "2026-11-02T10:00:00Z", "discard"],
    );

    expect(await read(journal, which)).toEqual([
      "2026-11-02T09:00:00Z AROA:anna redrive done",
      "2026-11-02T09:00:00Z AROA:anna redrive intended",
    ]);
  });

  it("has what waited for a second person, also where that came the day after", async () => {
    const { journal } = aJournal();
    const { pending } = await askForSecond(
      { journal, who: anna, now: "2026-11-02T09:00:00Z" },
      { command: "discard", reason: "INC-1", asked: {}, items: ["a"] },
    );
    await approve({ journal, who: bertil, now: "2026-11-03T08:00:00Z" }, { pending, reason: "INC-1" });

    expect(await read(journal)).toEqual(["2026-11-02T09:00:00Z AROA:anna discard asked"]);
    expect(await read(journal, { from: "2026-11-03", to: "2026-11-03" })).toEqual([
      "2026-11-03T08:00:00Z AROA:bertil approve approved",
    ]);
  });

  it("comes in parts where it is long, with nothing twice and nothing left out", async () => {
    const { journal } = aJournal();
    for (let index = 0; index < 700; index += 1)
      await journal.add(`AROA:${index % 3}/2026-11-02T09:00:00Z-${index}-intended.json`, {
        act: `act-${index}`,
        phase: "intended",
        at: "2026-11-02T09:00:00Z",
        who: anna,
        command: "view",
        reason: "INC-1",
        what: {},
      });
    const acts: string[] = [];
    let parts = 0;
    let after: string | undefined;
    do {
      const { entries, next } = await readJournal(journal, { from: day, to: day, after });
      acts.push(...entries.map(({ act }) => act));
      after = next;
      parts += 1;
    } while (after !== undefined);

    expect([parts, acts.length, new Set(acts).size]).toEqual([2, 700, 700]);
  });
});
