import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import { readDecision } from "./decision-message.ts";
import { withShortLists } from "./short-lists.ts";

const list = (length: number) => Array.from({ length }, (_, index) => ({ index }));

describe("a message with a long list", () => {
  it("is read as far as a hundred elements, wherever the list stands", () => {
    expect(withShortLists(list(101))).toEqual(list(100));
    expect(withShortLists({ a: [{ b: list(5000) }], c: 1 })).toEqual({ a: [{ b: list(100) }], c: 1 });
  });

  it("and no longer one is the very same", () => {
    const message = { a: list(100), b: { c: null, d: "text" }, e: [[1]] };

    expect(withShortLists(message)).toBe(message);
  });

  it("gets the fault of a list too long, and fifty more of its faults", () => {
    const read = readDecision(
      { interventions: list(21_000) },
      { receivedOn: "2026-11-02", municipality: goteborg },
    );
    const faults = read.ok ? [] : read.faults;

    expect(faults).toHaveLength(51);
    expect(faults).toContainEqual(expect.objectContaining({ pointer: "/interventions", code: "too-many" }));
    expect(faults.at(-1)).toMatchObject({ pointer: "", code: "too-many-faults" });
    // Each of the hundred lacks four fields and has one that the contract does not know.
    expect(faults.at(-1)?.count).toBeLessThan(600);
  });
});
