import { describe, expect, it } from "vitest";
import { without } from "./without.ts";

interface Noted {
  readonly id: string;
  readonly note?: string;
}

describe("a record without one of its members", () => {
  it("keeps all others, and leaves what it was made of alone", () => {
    const noted: Noted = { id: "1", note: "gone" };

    expect(without(noted, "note")).toStrictEqual({ id: "1" });
    expect(noted).toStrictEqual({ id: "1", note: "gone" });
  });

  it("is the very same where it has none such", () => {
    const plain: Noted = { id: "1" };

    expect(without(plain, "note")).toBe(plain);
  });
});
