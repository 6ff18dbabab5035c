import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { lookupKeysOf, personKeysAfter, personKeysAfterReturn, personKeysOf } from "./person-keys.ts";

const record = () => ({ ...received(), personKey: "samordningsnummer" });
const incoming = { decision: aDecision({ revision: 2 }), contentHash: "hash", personKey: "personnummer" };
const replacing = { ...incoming, formerPersonKey: "samordningsnummer" };
const marked = {
  ...incoming,
  decision: aDecision({ revision: 2, person: { protectedIdentity: true, reference: "REF-7" } }),
  personKey: "reference",
};

describe("whom a decision concerns, once a revision is assigned", () => {
  it("is the new number, and the one that stood before finds it still", () => {
    expect(personKeysAfter(record(), replacing)).toEqual({
      personKey: "personnummer",
      formerPersonKeys: ["samordningsnummer"],
    });
  });

  it("is found by every number that it ever had, each once", () => {
    const before = { ...record(), formerPersonKeys: ["reference"] };
    const after = { ...before, ...personKeysAfter(before, replacing) };

    expect(personKeysAfter(after, incoming)).toEqual({
      personKey: "personnummer",
      formerPersonKeys: ["reference", "samordningsnummer"],
    });
    expect(personKeysOf({ ...after })).toEqual(["personnummer", "reference", "samordningsnummer"]);
  });

  it("is found by what a first revision says that its number replaces", () => {
    const { standing: _standing, ...unborn } = record();

    expect(personKeysAfter({ ...unborn, personKey: "personnummer" }, replacing)).toEqual({
      personKey: "personnummer",
      formerPersonKeys: ["samordningsnummer"],
    });
  });

  it("is not found by whom a returned message named before anything stood", () => {
    const { standing: _standing, ...returned } = record();

    expect(personKeysAfter(returned, incoming)).toEqual({ personKey: "personnummer" });
  });

  it("is found by SF's reference alone where the person is protected", () => {
    const before = { ...record(), formerPersonKeys: ["an earlier number"] };

    expect(personKeysAfter(before, marked)).toEqual({ personKey: "reference" });
  });
});

describe("whom a decision concerns, once a revision is returned", () => {
  it("is the same, with what it was before", () => {
    const before = { ...record(), formerPersonKeys: ["reference"] };

    expect(personKeysAfterReturn(before, replacing, { isMarked: false })).toEqual({
      personKey: "samordningsnummer",
      formerPersonKeys: ["reference"],
    });
    expect(personKeysAfterReturn(record(), replacing, { isMarked: false })).toEqual({
      personKey: "samordningsnummer",
    });
  });

  it("is SF's reference where it brings the mark", () => {
    expect(personKeysAfterReturn(record(), marked, { isMarked: true })).toEqual({ personKey: "reference" });
  });

  it("is whom it names, as long as nothing stands", () => {
    const { standing: _standing, ...returned } = record();

    expect(personKeysAfterReturn(returned, replacing, { isMarked: false })).toEqual({
      personKey: "personnummer",
      formerPersonKeys: ["samordningsnummer"],
    });
  });
});

describe("the store looks a record up by", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["its number, where none stood before", [], []],
    ["the one before it", ["first"], ["first"]],
    ["the one before it and the first", ["first", "second"], ["second", "first"]],
    ["no more than those, where a person has had four", ["first", "second", "third"], ["third", "first"]],
  ])("%s", (_what, formerPersonKeys, former) => {
    expect(lookupKeysOf({ ...record(), formerPersonKeys })).toEqual(["samordningsnummer", ...former]);
  });
});
