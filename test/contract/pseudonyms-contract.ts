import type { Pseudonyms } from "@hemvist/casework";
import type { Person } from "@hemvist/rules";
import { describe, expect, it } from "vitest";

const sample = "189001189803";
const aPerson = (identityNumber: string, givenName = "Sample"): Person => ({
  protectedIdentity: false,
  identityNumber,
  givenName,
  familyName: "Person",
});
const hidden = (reference: string): Person => ({ protectedIdentity: true, reference });

/** What every maker of pseudonyms must do: different people have different ones. */
export function pseudonymsContract(name: string, { of, ofNumber, ofCase }: Pseudonyms): void {
  describe(name, () => {
    it("the same person gets the same, whichever administration asks and whatever name is written", async () => {
      expect(await of(aPerson(sample), "sf-centrum")).toBe(await of(aPerson(sample, "Other"), "sf-nordost"));
    });

    it("a search by the number finds the same", async () => {
      expect(await ofNumber(sample)).toBe(await of(aPerson(sample), "sf-centrum"));
    });

    it("two persons get two", async () => {
      expect(await ofNumber(sample)).not.toBe(await ofNumber("189001189811"));
    });

    it("a protected person is known by the reference, which is one administration's own", async () => {
      expect(await of(hidden("R-1"), "sf-centrum")).toBe(await of(hidden("R-1"), "sf-centrum"));
      expect(await of(hidden("R-1"), "sf-centrum")).not.toBe(await of(hidden("R-1"), "sf-nordost"));
      expect(await of(hidden("R-1"), "sf-centrum")).not.toBe(await of(hidden("R-2"), "sf-centrum"));
    });

    it("a case number is one administration's own", async () => {
      expect(await ofCase("2026-1", "sf-centrum")).toBe(await ofCase("2026-1", "sf-centrum"));
      expect(await ofCase("2026-1", "sf-centrum")).not.toBe(await ofCase("2026-1", "sf-nordost"));
      expect(await ofCase("2026-1", "sf-centrum")).not.toBe(await ofCase("2026-2", "sf-centrum"));
      expect(await ofCase("R-1", "sf-centrum")).not.toBe(await of(hidden("R-1"), "sf-centrum"));
    });

    it("a reference that looks like a number is no number", async () => {
      expect(await of(hidden(sample), "sf-centrum")).not.toBe(await ofNumber(sample));
    });
  });
}

/** And one that real people's numbers are given to hides them. */
export function hidingContract(name: string, { of, ofNumber, ofCase }: Pseudonyms): void {
  describe(name, () => {
    it("nothing of the number or the reference shows in it", async () => {
      expect(await ofNumber(sample)).not.toContain("9803");
      expect(await of(hidden("REFERENCE"), "sf-centrum")).not.toContain("REFERENCE");
      expect(await ofCase("2026-88231", "sf-centrum")).not.toContain("88231");
    });
  });
}
