import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import { readPersonSearch } from "./person-search.ts";

const purpose = "Follow-up of the work plan";
const today = "2026-11-02";
const faultsIn = (message: unknown): readonly string[] => {
  const read = readPersonSearch(message, { receivedOn: today, municipality: goteborg });
  return read.ok ? [] : read.faults.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe("a search for a person", () => {
  it("is by identity number", () => {
    for (const identityNumber of ["18900118-9803", "900118+9803", " 18900118\u20119803 "]) {
      expect(
        readPersonSearch({ identityNumber, purpose }, { receivedOn: today, municipality: goteborg }),
      ).toEqual({
        ok: true,
        value: { by: "identity-number", identityNumber: "189001189803", purpose },
      });
    }
  });

  it("or by the reference that an administration has for a person", () => {
    const search = { administration: "sf-centrum", reference: "SFC-SKYDD-0007" };

    expect(readPersonSearch({ ...search, purpose }, { receivedOn: today, municipality: goteborg })).toEqual({
      ok: true,
      value: { by: "reference", ...search, purpose },
    });
  });

  it("or by case number within an administration", () => {
    const search = { administration: "sf-centrum", caseNumber: "VON/2022:00276" };

    expect(readPersonSearch({ ...search, purpose }, { receivedOn: today, municipality: goteborg })).toEqual({
      ok: true,
      value: { by: "case-number", ...search, purpose },
    });
  });

  it.each([
    ["by nothing", { purpose }, ["one-of-two "]],
    [
      "by both",
      { identityNumber: "18900118-9803", administration: "sf-centrum", caseNumber: "1", purpose },
      ["one-of-two "],
    ],
    [
      "by number and administration",
      { identityNumber: "18900118-9803", administration: "sf-centrum", purpose },
      ["one-of-two "],
    ],
    ["by reference alone", { reference: "SFC-SKYDD-0007", purpose }, ["one-of-two "]],
    [
      "by reference and case number",
      { administration: "sf-centrum", reference: "R-1", caseNumber: "1", purpose },
      ["one-of-two "],
    ],
    [
      "by a number of a person who is not yet born",
      { identityNumber: "20261231-9802", purpose },
      ["not-an-identity-number /identityNumber"],
    ],
    ["by case number alone", { caseNumber: "2026-88231", purpose }, ["one-of-two "]],
    ["by administration alone", { administration: "sf-centrum", purpose }, ["one-of-two "]],
    ["without a purpose", { identityNumber: "18900118-9803" }, ["missing /purpose"]],
    ["with an empty purpose", { identityNumber: "18900118-9803", purpose: "" }, ["too-small /purpose"]],
    ["by name", { name: "Sample", purpose }, ["unknown-field /name", "one-of-two "]],
    [
      "with a number in its purpose",
      { identityNumber: "18900118-9803", purpose: "About 18900118-9803" },
      ["identity-number-in-text /purpose"],
    ],
    [
      "with a wrong number and no purpose",
      { identityNumber: "1" },
      ["not-an-identity-number /identityNumber", "missing /purpose"],
    ],
    ["that is none", "18900118-9803", ["not-an-object "]],
  ])("%s is refused", (_what, message, faults) => {
    expect(faultsIn(message)).toEqual(faults);
  });
});
