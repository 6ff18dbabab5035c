import { describe, expect, it } from "vitest";
import { dollarsOf, entriesOf, sumOf, times } from "./dollars.ts";
import { prices } from "./prices.ts";

describe("dollars of a usage", () => {
  it("are each unit's price times how many, for what the price is per", () => {
    expect(dollarsOf({ writeUnit: 5_000_000 })).toBeCloseTo(3.125);
    expect(dollarsOf({ stateTransition: 6_000_000, key: 2 })).toBeCloseTo(152);
    expect(dollarsOf({})).toBe(0);
  });

  it("of a million are a million times those of one", () => {
    expect(dollarsOf(times({ writeUnit: 7, readUnit: 1.5 }, 1_000_000))).toBeCloseTo(4.5625);
  });

  it("add up", () => {
    expect(sumOf({ writeUnit: 5 }, { writeUnit: 2, key: 1 }, {})).toEqual({ writeUnit: 7, key: 1 });
  });

  it("stand in the order of the price table", () => {
    expect(entriesOf({ key: 1, writeUnit: 2 })).toEqual([
      ["writeUnit", 2],
      ["key", 1],
    ]);
  });
});

describe("the price table", () => {
  it.each(Object.entries(prices))(
    "%s has a price, a region and a source",
    (_name, { dollars, per, source }) => {
      expect(dollars).toBeGreaterThan(0);
      expect(per).toBeGreaterThanOrEqual(1);
      expect(source).toMatch(/^https:\/\//);
    },
  );
});
