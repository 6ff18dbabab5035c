import { describe, expect, it } from "vitest";
import { readPersonSearch } from "./person-search.ts";

const purpose = "Follow-up of the work plan";
const told = (message: unknown): readonly string[] => {
  const read = readPersonSearch(message);
  return read.ok ? [] : read.faults.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe("a search for a person", () => {
  it("is by identity number", () => {
    expect(readPersonSearch({ identityNumber: "18900118-9803", purpose })).toEqual({
      ok: true,
      value: { by: "identity-number", identityNumber: "18900118-9803" },
    });
  });

  it("or by case number within an administration", () => {
    expect(readPersonSearch({ administration: "sf-centrum", caseNumber: "2026-88231", purpose })).toEqual({
      ok: true,
      value: { by: "case-number", administration: "sf-centrum", caseNumber: "2026-88231" },
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
    ["by case number alone", { caseNumber: "2026-88231", purpose }, ["one-of-two "]],
    ["by administration alone", { administration: "sf-centrum", purpose }, ["one-of-two "]],
    ["without a purpose", { identityNumber: "18900118-9803" }, ["missing /purpose"]],
    ["with an empty purpose", { identityNumber: "18900118-9803", purpose: "" }, ["too-small /purpose"]],
    ["by name", { name: "Sample", purpose }, ["unknown-field /name", "one-of-two "]],
    [
      "with a wrong number and no purpose",
      { identityNumber: "1" },
      ["not-an-identity-number /identityNumber", "missing /purpose"],
    ],
    ["that is none", "18900118-9803", ["not-an-object "]],
  ])("%s is refused", (_what, message, faults) => {
    expect(told(message)).toEqual(faults);
  });
});
