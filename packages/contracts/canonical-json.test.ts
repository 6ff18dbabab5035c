import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, contentHash } from "./canonical-json.ts";

describe("canonical JSON", () => {
  it.each([
    ["the order of names", { b: 1, a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":1}'],
    ["code units, not the alphabet", { å: 1, Z: 2, a: 3 }, '{"Z":2,"a":3,"å":1}'],
    ["numbers as names in their own order, first", { a: 3, 10: 1, 9: 2 }, '{"9":2,"10":1,"a":3}'],
    ["letters beyond ASCII as they are", { namn: "Åsa 🏡" }, '{"namn":"Åsa 🏡"}'],
    ["quotes and control characters escaped", ['"\n\u0001'], String.raw`["\"\n\u0001"]`],
    ["lists in their own order", [3, 1, 2], "[3,1,2]"],
    ["fields without a value left out", { a: undefined, b: null }, '{"b":null}'],
    ["a text", "x", '"x"'],
    ["minus nought", -0, "0"],
    ["numbers that are no integers", [1.5, 1e21, 1e-7], "[1.5,1e+21,1e-7]"],
    ["what is or is not", [true, false, null], "[true,false,null]"],
  ])("%s", (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it("orders many names as it does a few", () => {
    const named = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${(index * 37) % count}`, index]));
    for (const count of [3, 31, 32, 33, 100])
      expect(Object.keys(JSON.parse(canonicalJson(named(count))))).toEqual(Object.keys(named(count)).sort());
  });

  it("is JSON that says the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("the content's hash", () => {
  it("is the same however the fields are ordered", () => {
    const shuffled = fc
      .dictionary(fc.string(), fc.jsonValue())
      .chain((value) =>
        fc.tuple(
          fc.constant(value),
          fc.shuffledSubarray(Object.entries(value), { minLength: Object.keys(value).length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([value, entries]) => {
        expect(contentHash(Object.fromEntries(entries))).toBe(contentHash(value));
      }),
    );
  });

  it("is another for other content, and never changes between versions of ours", () => {
    expect(contentHash({ revision: 1 })).toBe(
      "d8560b7658c792bdded69837b055e2ed54708be6123b7bb4cc9fadf261ea091f",
    );
    expect(contentHash({ revision: 2 })).not.toBe(contentHash({ revision: 1 }));
  });
});
