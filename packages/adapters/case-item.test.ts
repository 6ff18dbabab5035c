import { caseKeyOf } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { dueShards, itemOf, keyOf, recordOf } from "./case-item.ts";

const record = { ...received(), caseKey: "pseudonym of the case number" };
const item = await itemOf(record, aSeal);

/** The record's item with another record's text in its body, whatever that is. */
const holding = async (other: object) => ({
  ...item,
  body: {
    B: await aSeal.close(JSON.stringify(other), {
      pk: "sf-centrum.SFC-2026-004711",
      version: record.version,
    }),
  },
});

describe("a record's item", () => {
  it("holds the record, and comes back as it was", async () => {
    expect(await recordOf(item, aSeal)).toEqual(record);
  });

  it("has in the clear what the table and its indexes are keyed by, and nothing else", () => {
    const { body, ...clear } = item;

    expect(clear).toEqual({
      pk: { S: "sf-centrum.SFC-2026-004711" },
      version: { N: "1" },
      personKey: { S: record.personKey },
      caseKey: { S: "pseudonym of the case number" },
      dueShard: { S: expect.stringMatching(/^due-[0-3]$/) },
      dueAt: { S: record.dueAt },
    });
    expect(body?.B).toBeInstanceOf(Uint8Array);
  });

  it("is in no part of the due index once nothing is awaited", async () => {
    const { dueAt: _dueAt, ...over } = record;

    expect(await itemOf(over, aSeal)).not.toHaveProperty("dueShard");
    expect(await itemOf(over, aSeal)).not.toHaveProperty("dueAt");
  });

  it("has when DynamoDB erases it, in seconds, where it is to be erased", async () => {
    const eraseAt = "2033-02-03T00:00:00Z";
    const erased = await itemOf({ ...record, eraseAt }, aSeal);

    expect(erased["forgetAt"]).toEqual({ N: "1991001600" });
    expect(await recordOf(erased, aSeal)).toEqual({ ...record, eraseAt });
    expect(item).not.toHaveProperty("forgetAt");
  });

  it("spreads decisions over every part of the due index", async () => {
    const shards: string[] = [];
    for (let number = 100_000; number < 100_400; number += 1) {
      const { dueShard } = await itemOf({ ...record, decisionId: `SFC-2026-${number}` }, aSeal);
      shards.push(dueShard?.S ?? "");
    }
    const sizes = Object.values(Object.groupBy(shards, (shard) => shard)).map((its) => its?.length ?? 0);

    expect(sizes).toHaveLength(dueShards);
    expect(Math.min(...sizes)).toBeGreaterThan(60);
  });

  it("has a key that says which decision it is", () => {
    expect(caseKeyOf(keyOf(record).pk.S)).toEqual({
      administration: "sf-centrum",
      decisionId: "SFC-2026-004711",
    });
  });
});

describe("an item that a newer version of the code has written", () => {
  const assignment = record.assignments[0];

  it.each([
    ["a field of the record", { ...record, language: "fi" }],
    ["a field of an assignment", { ...record, assignments: [{ ...assignment, language: "fi" }] }],
    ["a status", { ...record, assignments: [{ ...assignment, status: "paused" }] }],
    ["something that happened", { ...record, history: [{ ...record.history[0], language: "fi" }] }],
    ["a field of a message", { ...record, outbox: [{ ...record.outbox[0], delay: 5 }] }],
  ])("with %s is not read, so that it is not written back without", async (_what, newer) => {
    await expect(recordOf(await holding(newer), aSeal)).rejects.toMatchObject({ name: "UnknownForm" });
  });

  it("with another attribute is not read either", async () => {
    await expect(recordOf({ ...item, language: { S: "fi" } }, aSeal)).rejects.toMatchObject({
      name: "UnknownForm",
    });
  });
});
