import { type CaseKey, type CaseRecord, type CaseStore, NoRoom } from "@hemvist/casework";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../support/a-case.ts";
import { aDecision, anIntervention } from "../support/a-decision.ts";
import { aFullLife, aLife } from "../support/a-life.ts";
import { even, filled } from "../support/filled.ts";

export interface OpenStore {
  readonly cases: CaseStore;
  readonly close: () => Promise<void>;
}

/** What every store of records must do, whatever it stands on: to be written to, read, and asked what is due. */
export function caseStoreContract(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => {
    const { cases, save } = opened(open);

    describe("writing", () => {
      it("the first version is written where nothing stands, and read back as it was", async () => {
        const record = aCase("WRITE-1");

        expect(await cases().find(record)).toBeUndefined();
        expect(await save(record)).toEqual({ saved: true });
        expect(await cases().find(record)).toEqual(record);
      });

      it("each version is written on the one before it", async () => {
        const first = aCase("WRITE-2");
        const second = reported(first);

        await save(first);

        expect(await save(second)).toEqual({ saved: true });
        expect(await cases().find(first)).toEqual(second);
      });

      it("a lost race for the first version leaves what stands, and returns it", async () => {
        const winner = aCase("WRITE-3");
        const loser = aCase("WRITE-3", { caseNumber: "2026-2" });

        await save(winner);

        expect(await save(loser)).toEqual({ saved: false, current: winner });
        expect(await cases().find(winner)).toEqual(winner);
      });

      it("a lost race for a later version leaves what stands, and returns it", async () => {
        const first = aCase("WRITE-4");
        const winner = reported(first, "accepted");

        await save(first);
        await save(winner);

        expect(await save(reported(first, "received"))).toEqual({ saved: false, current: winner });
        expect(await cases().find(first)).toEqual(winner);
      });

      it("of many writers at once exactly one wins", async () => {
        const first = aCase("WRITE-5");
        await save(first);

        const results = await Promise.all(
          ["received", "accepted", "rejected"].map((status) => save(reported(first, status))),
        );

        expect(results.filter(({ saved }) => saved)).toHaveLength(1);
      });

      it("a write of ours whose answer was lost counts as written", async () => {
        const first = aCase("WRITE-6");
        const second = reported(first);

        await save(first);
        expect(await save(first)).toEqual({ saved: true });
        await save(second);
        expect(await save(second)).toEqual({ saved: true });
      });

      it("a version that skips one is not written", async () => {
        const first = aCase("WRITE-7");
        const third = progressed(reported(first), reportOf(first, "accepted"));

        await save(first);

        expect(await save(third)).toEqual({ saved: false, current: first });
      });

      it("a later version of what was never written is not written", async () => {
        const second = reported(aCase("WRITE-8"));

        expect(await save(second)).toEqual({ saved: false, current: undefined });
        expect(await cases().find(second)).toBeUndefined();
      });
    });

    describe("a record's room", () => {
      it("is its writer's share of it: a record that would take more is not written", async () => {
        const first = aCase("ROOM-1");
        await expect(save(first, 0.001)).rejects.toThrow(NoRoom);
        expect(await cases().find(first)).toBeUndefined();

        expect(await save(first, 0.1)).toEqual({ saved: true });
        await expect(save(reported(first), 0.001)).rejects.toThrow(NoRoom);
        expect(await cases().find(first)).toEqual(first);
      });

      it("ends where the store's does, whatever the record holds", async () => {
        const first = aCase("ROOM-2");
        await save(first);

        await expect(save(filled(reported(first), 6100))).rejects.toThrow(NoRoom);
        await expect(save(filled(reported(first), 40_000, even))).rejects.toThrow(NoRoom);
        expect(await cases().find(first)).toEqual(first);
        // Nearly 400 KB.
        expect(await save(filled(reported(first), 5700))).toEqual({ saved: true });
      });
    });

    describe("reading back", () => {
      it("a record in which everything has happened that can happen", async () => {
        const life = aFullLife().map((record) => renamed(record, "FULL"));
        const facts = new Set(life.at(-1)?.history.map(({ what }) => what));

        expect([...facts].sort()).toEqual(everyFact);
        // Some of its versions were made two at a time: the numbers are closed up so that each can be written.
        for (const [index, record] of life.entries()) {
          const numbered = { ...record, version: index + 1 };
          expect(await save(numbered)).toEqual({ saved: true });
          expect(await cases().find(numbered)).toEqual(numbered);
        }
      });

      it("every version of any life whatever", async () => {
        let lives = 0;
        await fc.assert(
          fc.asyncProperty(aLife, async (life) => {
            lives += 1;
            for (const version of life) {
              const record = renamed(version, `LIFE-${lives}`);
              expect(await save(record)).toEqual({ saved: true });
              expect(await cases().find(record)).toEqual(record);
            }
          }),
          // Shrinking would write other lives under the same names.
          { numRuns: 25, endOnFailure: true },
        );
      });
    });

    describe("what is due", () => {
      const dueAt = (id: string, instant: string): CaseRecord => ({ ...aCase(id), dueAt: instant });

      it("comes longest overdue first, wherever it lies", async () => {
        const ids = Array.from({ length: 24 }, (_, index) => `DUE-${String(index).padStart(2, "0")}`);
        const instants = new Map(
          ids.map((id, index) => [id, `2020-01-${10 + ((index * 7) % 20)}T08:00:00Z`]),
        );
        for (const [id, instant] of instants) await save(dueAt(id, instant));

        const found = await cases().due("2020-01-19T08:00:00Z");

        const order = found.map(({ decisionId }) => instants.get(decisionId) ?? "");
        expect(order).toEqual([...order].sort());
        expect(new Set(found.map(({ decisionId }) => decisionId))).toEqual(
          new Set(ids.filter((id) => (instants.get(id) ?? "") <= "2020-01-19T08:00:00Z")),
        );
        expect(found[0]).toEqual({
          administration: "sf-centrum",
          decisionId: found[0]?.decisionId,
          dueAt: order[0],
        });
      });

      it("is what has come due, the instant itself included", async () => {
        await save(dueAt("DUE-EXACT", "2019-01-01T08:00:00Z"));

        expect(await cases().due("2019-01-01T07:59:59Z")).toEqual([]);
        expect(await cases().due("2019-01-01T08:00:00Z")).toHaveLength(1);
      });

      it("is no longer there once nothing is awaited", async () => {
        const record = dueAt("DUE-GONE", "2018-01-01T08:00:00Z");
        const { dueAt: _dueAt, ...over } = record;
        await save(record);
        expect(await cases().due("2018-01-01T08:00:00Z")).toHaveLength(1);

        await save({ ...over, version: 2 });

        expect(await cases().due("2018-01-01T08:00:00Z")).toEqual([]);
      });
    });
  });
}

const keyOf = ({ administration, decisionId }: CaseKey): CaseKey => ({ administration, decisionId });

/** What a store must do that records are also looked up in. */
export function caseLookupsContract(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => {
    const { cases, save } = opened(open);

    describe("lookups", () => {
      it("by a person's pseudonym, across decisions and administrations", async () => {
        const mine = [
          { ...aCase("PERSON-1"), personKey: "a person" },
          { ...aCase("PERSON-2", { administration: "sf-hisingen" }), personKey: "a person" },
        ];
        for (const record of [...mine, { ...aCase("PERSON-3"), personKey: "another person" }])
          await save(record);

        const found = await cases().ofPerson("a person");

        expect(found).toHaveLength(2);
        expect(found).toEqual(expect.arrayContaining(mine.map(keyOf)));
        expect(await cases().ofPerson("a person without decisions")).toEqual([]);
      });

      it("by the pseudonym that a person had before, too", async () => {
        const replaced = {
          ...aCase("FORMER-1"),
          personKey: "by personnummer",
          formerPersonKeys: ["by reference", "by samordningsnummer"],
        };
        const old = { ...aCase("FORMER-2"), personKey: "by samordningsnummer" };
        for (const record of [replaced, old]) await save(record);

        expect(await cases().ofPerson("by personnummer")).toEqual([keyOf(replaced)]);
        expect(await cases().ofPerson("by reference")).toEqual([keyOf(replaced)]);
        const found = await cases().ofPerson("by samordningsnummer");
        expect(found).toHaveLength(2);
        expect(found).toEqual(expect.arrayContaining([replaced, old].map(keyOf)));
      });

      it("by a case number's pseudonym, the returned decisions too", async () => {
        const assigned = { ...aCase("CASE-1"), caseKey: "a case" };
        const returned = { ...aCase("CASE-2", { validTo: undefined }), caseKey: "a case" };
        const others = { ...aCase("CASE-3"), caseKey: "another case" };
        for (const record of [assigned, returned, others]) await save(record);

        const found = await cases().ofCase("a case");

        expect(returned.standing).toBeUndefined();
        expect(found).toHaveLength(2);
        expect(found).toEqual(expect.arrayContaining([assigned, returned].map(keyOf)));
      });
    });
  });
}

/** The store while its tests run. */
function opened(open: () => Promise<OpenStore>) {
  let store: OpenStore | undefined;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());

  const cases = (): CaseStore => {
    if (store === undefined) throw new Error("the store is not open");
    return store.cases;
  };
  return { cases, save: (record: CaseRecord, upTo?: number) => cases().save(record, upTo) };
}

const everyFact = [
  "assignment-amended",
  "assignment-cancelled",
  "assignment-requested",
  "follow-up-ended",
  "follow-up-told",
  "identity-protected",
  "progress-reported",
  "proposal-changed",
  "proposal-met",
  "revision-assigned",
  "revision-returned",
];

type Changes = Parameters<typeof aDecision>[0];

const aCase = (decisionId: string, changes: Changes = {}): CaseRecord =>
  received(aDecision({ decisionId, interventions: [anIntervention()], ...changes }));

const reportOf = ({ assignments }: CaseRecord, status: string) =>
  aReport(status as "received", { assignmentId: assignments[0]?.assignmentId ?? "" });

const reported = (record: CaseRecord, status = "received"): CaseRecord =>
  progressed(record, reportOf(record, status));

/** The same under another key: the only thing by which the store distinguishes records. */
const renamed = (record: CaseRecord, decisionId: string): CaseRecord => ({ ...record, decisionId });
