import { AccessNotLogged } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { aSeal } from "../../../test/support/a-seal.ts";
import { anAccess } from "../../../test/support/an-access.ts";
import { memoryObjects } from "../../../test/support/memory-objects.ts";
import { beginning, entryHash, placeOf, readEntry } from "./entry.ts";
import { accessLog } from "./s3-access-log.ts";

const entriesIn = (lying: ReadonlyMap<string, string>) =>
  [...lying.values()].map((text) => ({ text, ...(readEntry(text) ?? expect.fail("no entry")) }));

describe("the access log", () => {
  it("chains each entry to the one before it, over days", async () => {
    const { objects, lying } = memoryObjects();
    const { write } = accessLog({ objects, seal: aSeal, lane: 3 });
    await write(anAccess({ at: "2026-11-02T09:00:00Z" }));
    await write(anAccess({ at: "2026-11-05T09:00:00Z" }));
    const [first, second] = entriesIn(lying);

    expect([...lying.keys()]).toEqual([
      "sf-centrum/3/79738897/999999998-2026-11-02-1.json",
      "sf-centrum/3/79738894/999999997-2026-11-05-2.json",
    ]);
    expect(first).toMatchObject({ day: "2026-11-02", sequence: 1, after: beginning });
    expect(second).toMatchObject({ day: "2026-11-05", sequence: 2, after: entryHash(first?.text ?? "") });
  });

  it("says where the entry stands, for the function's own log", async () => {
    const { objects, lying } = memoryObjects();
    const logged = await accessLog({ objects, seal: aSeal, lane: 3 }).write(anAccess());

    expect(logged).toEqual({
      chain: "sf-centrum/3",
      sequence: 1,
      hash: entryHash([...lying.values()][0] ?? ""),
    });
  });

  it("has nothing of the access in clear, and opens for hemvist", async () => {
    const { objects, lying } = memoryObjects();
    const access = anAccess({ asked: "sf-centrum.ANNA-SVENSSON", purpose: "Anna Svensson ringde" });
    await accessLog({ objects, seal: aSeal, lane: 3 }).write(access);
    const [{ text, body, ...place } = expect.fail("nothing")] = entriesIn(lying);

    expect(text).not.toMatch(/ANNA|Svensson|pseudonym/);
    expect(JSON.parse(await aSeal.open(Buffer.from(body, "base64"), placeOf(place)))).toEqual(access);
  });

  it("goes on where a process before it ended, with two calls more", async () => {
    const { objects, lying } = memoryObjects();
    await accessLog({ objects, seal: aSeal, lane: 3 }).write(anAccess());
    const calls: string[] = [];
    const counted = Object.fromEntries(
      Object.entries(objects).map(([name, call]) => [
        name,
        (...given: never[]) => {
          calls.push(name);
          return (call as (...given: never[]) => unknown)(...given);
        },
      ]),
    ) as unknown as typeof objects;
    const { write } = accessLog({ objects: counted, seal: aSeal, lane: 3 });
    await write(anAccess());
    await write(anAccess());

    expect(calls).toEqual(["list", "find", "add", "add"]);
    expect(entriesIn(lying).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it("never goes back a day, though a request from before midnight is answered last", async () => {
    const { objects, lying } = memoryObjects();
    const { write } = accessLog({ objects, seal: aSeal, lane: 3 });
    await write(anAccess({ at: "2026-11-02T23:00:01Z" }));
    await write(anAccess({ at: "2026-11-02T22:59:59Z" }));

    expect(entriesIn(lying).map(({ day }) => day)).toEqual(["2026-11-03", "2026-11-03"]);
  });

  it("gives each of twenty processes of one party a number of its own", async () => {
    const { objects, lying } = memoryObjects();
    const processes = Array.from({ length: 20 }, () => accessLog({ objects, seal: aSeal, lane: 3 }));
    await Promise.all(processes.map(({ write }) => write(anAccess())));
    const entries = entriesIn(lying);

    expect(entries.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    for (const [index, { after }] of entries.entries())
      expect(after).toBe(index === 0 ? beginning : entryHash(entries[index - 1]?.text ?? ""));
  });

  it.each(["add", "list", "find"] as const)("throws where S3 refuses %s", async (call) => {
    const { objects } = memoryObjects();
    await accessLog({ objects, seal: aSeal, lane: 3 }).write(anAccess());
    const { write } = accessLog({
      objects: { ...objects, [call]: () => Promise.reject(new Error("no")) },
      seal: aSeal,
      lane: 3,
    });

    await expect(write(anAccess())).rejects.toThrow(AccessNotLogged);
  });

  it("throws where other processes are quicker each time, and writes nothing", async () => {
    const { objects, lying } = memoryObjects();
    const { write } = accessLog({
      objects: { ...objects, add: () => Promise.resolve(false) },
      seal: aSeal,
      lane: 3,
    });

    await expect(write(anAccess())).rejects.toThrow(AccessNotLogged);
    expect(lying.size).toBe(0);
  });
});
