import { caseKeyOf } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { dueShards, itemOf, keyOf, recordOf } from "./case-item.ts";

const record = { ...received(), caseKey: "pseudonym of the case number" };

describe("a record's item", () => {
  it("holds the record and what its indexes are keyed by", () => {
    expect(itemOf(record)).toMatchObject({
      ...record,
      pk: "sf-centrum.SFC-2026-004711",
      dueShard: expect.stringMatching(/^due-[0-3]$/),
    });
    expect(recordOf(itemOf(record))).toEqual(record);
  });

  it("is in no part of the due index once nothing is awaited", () => {
    const { dueAt: _dueAt, ...over } = record;

    expect(itemOf(over)).not.toHaveProperty("dueShard");
  });

  it("has the second at which DynamoDB erases it, where it is erased at all", () => {
    const { dueAt: _dueAt, ...over } = record;
    const erased = { ...over, eraseAt: "2032-11-08T23:00:00Z" };

    expect(itemOf(erased)).toMatchObject({ forgetAt: 1_983_567_600 });
    expect(recordOf(itemOf(erased))).toEqual(erased);
    expect(itemOf(over)).not.toHaveProperty("forgetAt");
  });

  it("has the case number in no key, only its pseudonym", () => {
    const { pk, caseKey, formerKey, dueShard, dueAt, personKey } = itemOf(record);

    expect(caseKey).toBe("pseudonym of the case number");
    expect(JSON.stringify({ pk, caseKey, formerKey, dueShard, dueAt, personKey })).not.toContain(
      "2026-88231",
    );
  });

  it("spreads decisions over every part of the due index", () => {
    const shards = Array.from({ length: 400 }, (_, index) =>
      String(itemOf({ ...record, decisionId: `SFC-2026-${100_000 + index}` })["dueShard"]),
    );
    const sizes = Object.values(Object.groupBy(shards, (shard) => shard)).map((its) => its?.length ?? 0);

    expect(sizes).toHaveLength(dueShards);
    expect(Math.min(...sizes)).toBeGreaterThan(60);
  });

  it("has a key that says which decision it is", () => {
    expect(caseKeyOf(keyOf(record).pk)).toEqual({
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
  ])("with %s is not read, so that it is not written back without", (_what, newer) => {
    expect(() => recordOf({ ...itemOf(record), ...newer })).toThrow(
      expect.objectContaining({ name: "ZodError" }),
    );
  });
});
