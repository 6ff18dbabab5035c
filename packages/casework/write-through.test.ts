import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import type { CaseRecord } from "./case-record.ts";
import { type CaseStore, NoRoom } from "./ports.ts";
import { WriteConflict, writeThrough } from "./write-through.ts";

const key = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };
const next = (record: CaseRecord | undefined): CaseRecord => {
  const before = record ?? { ...received(), version: 0 };
  return { ...before, version: before.version + 1 };
};

/** A store into which another writer writes before each of the first few writes. */
function contended(times: number) {
  const cases = memoryCases(received());
  const seen: string[] = [];
  let left = times;
  const store: CaseStore = {
    ...cases,
    find: (asked) => {
      seen.push("read");
      return cases.find(asked);
    },
    save: async (record) => {
      if (left > 0) {
        left -= 1;
        await cases.save(next(await cases.find(key)));
      }
      const result = await cases.save({ ...record, personKey: "ours" });
      seen.push(result.saved ? "written" : "refused");
      return result;
    },
  };
  return { store, seen };
}

const write = (store: CaseStore, isNew?: boolean) =>
  writeThrough(store, {
    key,
    decide: next,
    recordOf: (record) => record,
    ...(isNew === undefined ? {} : { isNew }),
  });

describe("a write through to the store", () => {
  it("is decided on what stands, and written", async () => {
    const { store, seen } = contended(0);

    expect((await write(store)).version).toBe(2);
    expect(seen).toEqual(["read", "written"]);
  });

  it("is decided anew on what another writer wrote in between, without reading again", async () => {
    const { store, seen } = contended(2);

    expect((await write(store)).version).toBe(4);
    expect(seen).toEqual(["read", "refused", "refused", "written"]);
  });

  it("is not read for where the decision is believed to be new, and mends that belief if it was wrong", async () => {
    const { store, seen } = contended(0);

    expect((await write(store, true)).version).toBe(2);
    expect(seen).toEqual(["refused", "written"]);
  });

  it("is given up after five attempts, as a passing trouble", async () => {
    const { store, seen } = contended(5);
    const conflict = await write(store).catch((error: unknown) => error);

    expect(conflict).toBeInstanceOf(WriteConflict);
    expect(conflict).toMatchObject({ name: "WriteConflict", message: "sf-centrum.SFC-2026-004711" });
    expect(seen.filter((each) => each === "refused")).toHaveLength(5);
  });

  it("succeeds at the fifth", async () => {
    await expect(write(contended(4).store)).resolves.toMatchObject({ version: 6 });
  });

  it("is none where nothing is to be written", async () => {
    const { store, seen } = contended(0);
    const decided = await writeThrough(store, {
      key,
      decide: () => "refused" as const,
      recordOf: () => undefined,
    });

    expect(decided).toBe("refused");
    expect(seen).toEqual(["read"]);
  });

  it("ends otherwise where the record would take more than its writer may fill", async () => {
    const within = (upTo: number) =>
      writeThrough<unknown>(memoryCases(), {
        key,
        decide: () => "decided",
        recordOf: () => next(undefined),
        room: { upTo, otherwise: "full" },
      });

    expect([await within(0.001), await within(0.09)]).toEqual(["full", "decided"]);
  });

  it("throws where the store has no room for a writer that may fill all of it", async () => {
    const full: CaseStore = { ...memoryCases(), save: () => Promise.reject(new NoRoom()) };

    await expect(write(full)).rejects.toThrow(NoRoom);
  });
});
