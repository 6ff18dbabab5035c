import type { CaseRecord } from "@hemvist/casework";
import { correlationIdOf } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../../test/support/a-case.ts";
import { aDecision } from "../../../test/support/a-decision.ts";
import { aJournal } from "../../../test/support/a-journal.ts";
import type { Caller } from "../journal/journal.ts";
import { recordsAtOnce } from "../records-at-once.ts";
import type { System } from "../system.ts";
import { inParts } from "./in-parts.ts";

const anna: Caller = { account: "1", userId: "AROA:anna", arn: "arn:aws:sts::1:assumed-role/operator/anna" };
const bertil: Caller = { ...anna, userId: "AROA:bertil" };
const records = ["A", "B", "C", "D", "E"].map((decisionId) => received(aDecision({ decisionId })));

/** What `inParts` needs of a system: a table in order, a journal, and texts that are marked as ours. */
function aSystem() {
  const { journal, entries } = aJournal();
  const system: Pick<System, "now" | "journal" | "sealed" | "opened" | "recordsAfter"> = {
    now: "2026-11-02T09:00:00Z",
    journal,
    sealed: (text) => Promise.resolve(`sealed ${text}`),
    opened: (text) => Promise.resolve(text.replace(/^sealed /, "")),
    async *recordsAfter(key) {
      const start = records.findIndex((record) => correlationIdOf(record) === key) + 1;
      yield* records.slice(start);
    },
  };
  return { system: system as System, entries };
}

/** Counts the records, two at a time. */
function counting(who = anna, changes: { readonly what?: object } = {}) {
  const { system, entries } = aSystem();
  const seen: string[] = [];
  const next = (asked: { goOn?: string; isStopped?: boolean }, by = who) =>
    inParts({ system, who: by }, asked, {
      command: "view",
      reason: "INC-1",
      what: { party: "sf-centrum", ...changes.what },
      nothing: 0,
      async part(after) {
        const part = recordsAtOnce(system, after, 2);
        let count = 0;
        for await (const record of part.records) {
          seen.push(correlationIdOf(record as CaseRecord));
          count += 1;
        }
        return { answer: count, sums: { decisions: count }, next: part.next() };
      },
    });
  return { next, entries, seen };
}

describe("an act in parts", () => {
  it("reads each record once, and is one act in the journal", async () => {
    const { next, entries, seen } = counting();
    const answers = [await next({})];
    while (answers.at(-1)?.goOn !== undefined) answers.push(await next({ goOn: answers.at(-1)?.goOn ?? "" }));

    expect(answers.map(({ answer }) => answer)).toEqual([2, 2, 1]);
    expect(seen).toEqual(records.map(correlationIdOf));
    expect(entries().map(({ phase }) => phase)).toEqual(["intended", "done"]);
    expect(entries()[1]).toMatchObject({ act: entries()[0]?.act, outcome: { decisions: 5 }, who: anna });
  });

  it("that the operator stops has its result so far in the journal", async () => {
    const { next, entries, seen } = counting();
    const { goOn = "" } = await next({});

    expect(await next({ goOn, isStopped: true })).toEqual({ answer: 0 });
    expect(seen).toHaveLength(2);
    expect(entries()[1]).toMatchObject({ phase: "done", outcome: { decisions: 2, stopped: true } });
  });

  it("is not continued by another person", async () => {
    const { next, seen } = counting();
    const { goOn = "" } = await next({});

    await expect(next({ goOn }, bertil)).rejects.toThrow("belongs to another command");
    expect(seen).toHaveLength(2);
  });

  it("is not continued about something else", async () => {
    const { goOn = "" } = await counting().next({});
    const { next, seen } = counting(anna, { what: { party: "sf-hisingen" } });

    await expect(next({ goOn })).rejects.toThrow("belongs to another command");
    expect(seen).toEqual([]);
  });
});
