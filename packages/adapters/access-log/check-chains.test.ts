import { beforeEach, describe, expect, it } from "vitest";
import { aSeal } from "../../../test/support/a-seal.ts";
import { anAccess } from "../../../test/support/an-access.ts";
import { memoryObjects } from "../../../test/support/memory-objects.ts";
import { checksOf } from "./access-checks.ts";
import { checkChains, type Going } from "./check-chains.ts";
import { keyOf } from "./entry.ts";
import { keepHeads } from "./heads.ts";
import { accessLog } from "./s3-access-log.ts";

const today = "2026-11-30";
const days = ["2026-11-02", "2026-11-02", "2026-11-03", "2026-11-06"];
const chain = "sf-centrum/3";

let { objects, lying } = memoryObjects();
const check = (day?: string) => checksOf({ objects, seal: aSeal })({ parties: ["sf-centrum"], day, today });
const remove = (sequence: number) => lying.delete(keyOf({ chain, day: days[sequence - 1] ?? "", sequence }));

beforeEach(async () => {
  ({ objects, lying } = memoryObjects());
  const { write } = accessLog({ objects, seal: aSeal, lane: 3 });
  for (const day of days) await write(anAccess({ at: `${day}T09:00:00Z` }));
});

describe("a check of the whole log", () => {
  it("reads every entry of every chain", async () => {
    await accessLog({ objects, seal: aSeal, lane: 5 }).write(anAccess());

    expect(await check()).toEqual({ faults: [], entries: 5 });
  });

  it("finds what was cut off since a check wrote down the heads", async () => {
    expect(await keepHeads({ chains: [chain], at: "2026-11-09T05:00:00Z" }, objects)).toMatchObject([
      { chain, sequence: 4 },
    ]);
    remove(4);

    expect(await check()).toEqual({
      faults: [{ kind: "cut", chain, sequence: 4, upTo: 4 }],
      entries: 3,
    });
  });

  it("goes on in parts, and a gap between two parts shows", async () => {
    const parts = async () => {
      const all = [];
      let from: Going | undefined;
      do {
        const part = await checkChains({ chains: [chain], objects, seal: aSeal, from, most: 1, page: 2 });
        all.push(part);
        from = part.next;
      } while (from !== undefined);
      return all;
    };

    expect((await parts()).map(({ faults, entries }) => [faults, entries])).toEqual([
      [[], 2],
      [[], 2],
      [[], 0],
    ]);
    remove(2);
    expect((await parts()).flatMap(({ faults }) => faults)).toEqual([
      { kind: "missing", chain, sequence: 2, upTo: 2 },
    ]);
  });
});

describe("a check of one day", () => {
  it("reads that day's entries", async () => {
    expect(await check("2026-11-02")).toEqual({ faults: [], entries: 2 });
    expect(await check("2026-11-04")).toEqual({ faults: [], entries: 0 });
    expect(await check("2026-11-06")).toEqual({ faults: [], entries: 1 });
  });

  it.each([
    ["lost its last entry", [2], "2026-11-02", { kind: "missing", sequence: 2, upTo: 2 }],
    ["lost its first entry", [1], "2026-11-02", { kind: "missing", sequence: 1, upTo: 1 }],
    ["is gone", [3], "2026-11-03", { kind: "missing", sequence: 3, upTo: 3 }],
  ])("finds that the day %s", async (_what, gone, day, fault) => {
    for (const sequence of gone) remove(sequence);

    expect((await check(day)).faults).toEqual([{ chain, ...fault }]);
  });
});
