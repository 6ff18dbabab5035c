import { describe, expect, it } from "vitest";
import { isReplaced } from "./is-replaced.ts";

const entry = (version: number, at: string) =>
  ({
    version,
    at,
    by: "sf-centrum",
    what: "revision-returned",
    revision: 1,
    contentHash: "hash",
    rules: [],
  }) as const;

const before = "2026-11-02T08:00:00Z";
const writtenAt = "2026-11-02T09:00:00Z";
const after = "2026-11-02T10:00:00Z";

describe("a version that cannot be read", () => {
  it.each([
    ["the table has no such decision", undefined, 3, true],
    ["the decision has not come so far", { version: 2, history: [entry(2, before)] }, 3, true],
    ["it came so far later", { version: 4, history: [entry(2, before), entry(3, after)] }, 3, true],
    ["an earlier version came later", { version: 4, history: [entry(2, after), entry(4, after)] }, 3, true],
    ["the item had no number", { version: 2, history: [entry(2, before)] }, undefined, true],
    ["it is the newest", { version: 3, history: [entry(2, before), entry(3, before)] }, 3, false],
    ["the decision went on from it", { version: 4, history: [entry(3, before), entry(4, after)] }, 3, false],
    ["it left no entry", { version: 4, history: [entry(2, before), entry(4, after)] }, 3, false],
    ["clocks differ", { version: 3, history: [entry(3, "2026-11-02T09:00:59Z")] }, 3, false],
  ])("where %s: replaced %j", (_where, record, version, expected) => {
    expect(isReplaced(record, { version, writtenAt })).toBe(expected);
  });
});
