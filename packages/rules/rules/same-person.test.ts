import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, aPerson } from "../../../test/support/a-decision.ts";
import { failures, standing } from "../../../test/support/a-facts.ts";
import type { Person } from "../engine/decision.ts";
import { samePerson } from "./same-person.ts";

const numbered = aPerson;
const otherNumber: Person = { ...aPerson, identityNumber: "189102039816" };
const unnumbered: Person = {
  protectedIdentity: false,
  reference: "SFC-REF-1",
  birthDate: "1890-01-18",
  givenName: "Sample",
};
const guarded: Person = { protectedIdentity: true, reference: "SFC-SKYDD-1" };

describe("same-person", () => {
  it.each<[string, Person, Person]>([
    ["the same number", numbered, numbered],
    ["the same number under another name", numbered, { ...numbered, familyName: "Other" }],
    ["the same reference", unnumbered, { ...unnumbered, birthDate: "1890-01-19" }],
    ["the same protected reference", guarded, guarded],
    ["a number that replaces the one before", numbered, { ...otherNumber, replaces: "189001189803" }],
    ["a number that replaces a reference", unnumbered, { ...numbered, replaces: "SFC-REF-1" }],
    ["a number once the mark is gone", guarded, { ...numbered, replaces: "SFC-SKYDD-1" }],
    ["the mark of protection, set on a number", numbered, guarded],
    ["the mark of protection, set on a reference", unnumbered, guarded],
    ["the mark set, with the reference kept", unnumbered, { ...guarded, reference: "SFC-REF-1" }],
    ["the mark gone, with the reference kept", guarded, { ...unnumbered, reference: "SFC-SKYDD-1" }],
    ["what was replaced before, told once more", otherNumber, { ...otherNumber, replaces: "189001189803" }],
  ])("holds for %s", (_what, before, now) => {
    const revision = { revision: 2, person: now };
    const background = standing(aDecision({ person: before }));

    expect(failures(samePerson, aDecision(revision), { background })).toEqual([]);
    expect(failures(samePerson, aBasicDecision(revision), { background })).toEqual([]);
  });

  it.each<[string, Person, Person]>([
    ["another number", numbered, otherNumber],
    ["another reference", unnumbered, { ...unnumbered, reference: "SFC-REF-2" }],
    ["a reference for a number", numbered, unnumbered],
    ["a number for a reference, replacing nothing", unnumbered, numbered],
    ["a number that replaces a third one", numbered, { ...otherNumber, replaces: "189206139871" }],
    ["a number that replaces itself", numbered, { ...otherNumber, replaces: "189102039816" }],
    [
      "another protected reference: the mark was set before",
      guarded,
      { ...guarded, reference: "SFC-SKYDD-2" },
    ],
    ["a number where a protected reference stood", guarded, numbered],
  ])("fails for %s", (_what, before, now) => {
    const background = standing(aDecision({ person: before }));

    expect(failures(samePerson, aDecision({ revision: 2, person: now }), { background })).toEqual([
      "/person",
    ]);
  });

  it("is not asked where nothing stands", () => {
    expect(failures(samePerson, aDecision())).toBe("does not apply");
  });
});
