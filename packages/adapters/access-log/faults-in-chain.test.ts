import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { aSeal } from "../../../test/support/a-seal.ts";
import { anAccess } from "../../../test/support/an-access.ts";
import { memoryObjects } from "../../../test/support/memory-objects.ts";
import { entryHash, placeIn, placeOf, readEntry } from "./entry.ts";
import { faultsInChain, type Head, type Stored } from "./faults-in-chain.ts";
import { accessLog } from "./s3-access-log.ts";

const chain = "sf-centrum/3";
const days = ["2026-11-02", "2026-11-02", "2026-11-02", "2026-11-03", "2026-11-06", "2026-11-06"];

/** The objects of a chain as they lie, the newest first, and what opens of them. */
async function asStored(lying: ReadonlyMap<string, string>): Promise<readonly Stored[]> {
  return Promise.all(
    [...lying]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(async ([key, text]) => ({ key, text, opens: await opens(text) })),
  );
}

const opened = new Map<string, Promise<boolean>>();

function opens(text: string): Promise<boolean> {
  const entry = readEntry(text);
  if (entry === undefined) return Promise.resolve(false);
  const before = opened.get(text);
  if (before !== undefined) return before;
  const now = aSeal.open(Buffer.from(entry.body, "base64"), placeOf(entry)).then(
    () => true,
    () => false,
  );
  opened.set(text, now);
  return now;
}

let written: ReadonlyMap<string, string>;
let heads: readonly Head[];

beforeAll(async () => {
  const { objects, lying } = memoryObjects();
  const log = accessLog({ objects, seal: aSeal, lane: 3 });
  for (const [index, day] of days.entries())
    await log.write(anAccess({ at: `${day}T09:0${index}:00Z`, asked: `sf-centrum.SFC-${index}` }));
  written = lying;
  const [newest] = await asStored(written);
  heads = [{ sequence: placeIn(newest?.key ?? "")?.sequence ?? 0, hash: entryHash(newest?.text ?? "") }];
});

const checked = async (lying: ReadonlyMap<string, string>, known: readonly Head[] = heads) =>
  faultsInChain(await asStored(lying), { chain, heads: known, toBeginning: true }).faults;

const keys = () => [...written.keys()];
const at = (sequence: number): string => keys()[sequence - 1] ?? "";
const without = (...sequences: readonly number[]) => {
  const gone = new Set(sequences.map(at));
  return new Map([...written].filter(([key]) => !gone.has(key)));
};

describe("a chain", () => {
  it("that is as hemvist wrote it has no fault", async () => {
    expect(await checked(written)).toEqual([]);
    expect(await checked(new Map(), [])).toEqual([]);
  });

  it.each([
    ["an entry in the middle", [3], { kind: "missing", sequence: 3, upTo: 3 }],
    ["the first entries", [1, 2], { kind: "missing", sequence: 1, upTo: 2 }],
    ["a whole day", [4], { kind: "missing", sequence: 4, upTo: 4 }],
    ["the tail of a past day", [2, 3], { kind: "missing", sequence: 2, upTo: 3 }],
    ["the newest entries that a check has seen", [5, 6], { kind: "cut", sequence: 5, upTo: 6 }],
    ["all of it", [1, 2, 3, 4, 5, 6], { kind: "cut", sequence: 1, upTo: 6 }],
  ])("without %s shows which are gone", async (_what, gone, fault) => {
    expect(await checked(without(...gone))).toEqual([{ chain, ...fault }]);
  });

  it("hides what was cut off after the last check: only the function's own log has it", async () => {
    expect(await checked(without(6), [])).toEqual([]);
  });

  it("shows a change of its newest entry, which opens only at its own place", async () => {
    const text = (written.get(at(6)) ?? "").replace(
      /"after":"(.)/,
      (_, hex) => `"after":"${hex === "0" ? "1" : "0"}`,
    );

    expect(await checked(new Map([...written, [at(6), text]]), [])).toEqual([
      { kind: "changed", chain, sequence: 6, day: "2026-11-06" },
    ]);
  });

  it("shows an entry that another took the place of, though it opens and is of the right form", async () => {
    const { objects, lying } = memoryObjects();
    const forger = accessLog({ objects, seal: aSeal, lane: 3 });
    for (const [index, day] of days.entries())
      await forger.write(anAccess({ at: `${day}T10:0${index}:00Z`, asked: "something else" }));
    const forged = lying.get(at(2)) ?? "";

    expect(await checked(new Map([...written, [at(2), forged]]), [])).toContainEqual(
      expect.objectContaining({ kind: "changed", sequence: 2 }),
    );
  });
});

describe("a random change of a chain", () => {
  const place = fc.integer({ min: 1, max: days.length });
  const edit = fc.record({
    what: fc.constantFrom("replace", "insert", "delete"),
    entry: place,
    offset: fc.nat(),
    by: fc.constantFrom(...' {}":,0123456789abcdefABCDEFxyz+/='),
  });
  const removal = fc.record({
    what: fc.constant("remove"),
    entries: fc.uniqueArray(place, { minLength: 1 }),
  });
  const swap = fc.record({
    what: fc.constant("swap"),
    pair: fc.uniqueArray(place, { minLength: 2, maxLength: 2 }),
  });
  const shift = fc.record({ what: fc.constant("shift"), by: fc.integer({ min: 1, max: days.length - 1 }) });

  function after(change: Change): ReadonlyMap<string, string> {
    switch (change.what) {
      case "remove":
        return without(...change.entries);
      case "swap": {
        const [one = 1, other = 2] = change.pair;
        return new Map([...written, [at(one), textAt(other)], [at(other), textAt(one)]]);
      }
      case "shift":
        return new Map(keys().map((key, index) => [key, textAt(((index + change.by) % days.length) + 1)]));
      default: {
        const text = textAt(change.entry);
        const offset = change.offset % text.length;
        const put = change.what === "delete" ? "" : change.by;
        const rest = text.slice(change.what === "insert" ? offset : offset + 1);
        return new Map([...written, [at(change.entry), `${text.slice(0, offset)}${put}${rest}`]]);
      }
    }
  }

  const textAt = (sequence: number): string => written.get(at(sequence)) ?? "";
  const isNoChange = (changed: ReadonlyMap<string, string>): boolean =>
    changed.size === written.size && [...changed].every(([key, text]) => written.get(key) === text);

  function kindOf({ what }: Change): keyof typeof found {
    if (what === "remove") return "removals";
    return what === "swap" || what === "shift" ? "reorderings" : "edits";
  }

  const found = { edits: 0, removals: 0, reorderings: 0 };

  it("is found, each of 10,000 edits, removals and reorderings", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(edit, edit, removal, swap, shift), async (change) => {
        const changed = after(change);
        fc.pre(!isNoChange(changed));
        found[kindOf(change)] += 1;
        expect(await checked(changed)).not.toEqual([]);
      }),
      { numRuns: 10_000, seed: 20261128 },
    );
    expect(found.edits).toBeGreaterThan(2000);
    expect(found.removals).toBeGreaterThan(1000);
    expect(found.reorderings).toBeGreaterThan(2000);
  });

  type Change =
    | {
        readonly what: "replace" | "insert" | "delete";
        readonly entry: number;
        readonly offset: number;
        readonly by: string;
      }
    | { readonly what: "remove"; readonly entries: readonly number[] }
    | { readonly what: "swap"; readonly pair: readonly number[] }
    | { readonly what: "shift"; readonly by: number };
});
