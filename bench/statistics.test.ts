import { describe, expect, it } from "vitest";
import { inTurn, ratiosOf, spreadOf } from "./statistics.ts";

describe("the spread of figures", () => {
  it.each([
    [[7], { median: 7, from: 7, to: 7 }],
    [[3, 1, 2], { median: 2, from: 1.5, to: 2.5 }],
    [[4, 1, 3, 2], { median: 2.5, from: 1.75, to: 3.25 }],
    [[1, 1, 1, 1, 1000], { median: 1, from: 1, to: 1 }],
    [[10, 9], { median: 9.5, from: 9.25, to: 9.75 }],
  ])("of %j is the middle one and the middle half", (figures, spread) => {
    expect(spreadOf(figures)).toEqual(spread);
  });

  it("sorts by value, and leaves the figures as they were", () => {
    const figures = [100, 20, 3];

    expect(spreadOf(figures).median).toBe(20);
    expect(figures).toEqual([100, 20, 3]);
  });

  it("is refused where nothing was measured", () => {
    expect(() => spreadOf([])).toThrow("nothing was measured");
  });
});

describe("a ratio", () => {
  it("is taken in each round by itself: a round in which the machine was slow changes nothing", () => {
    expect(ratiosOf([2, 20, 4], [1, 10, 2])).toEqual([2, 2, 2]);
  });

  it("is refused for rounds that do not belong together", () => {
    expect(() => ratiosOf([1, 2], [1])).toThrow("2 rounds beside 1");
  });
});

describe("the order of a round", () => {
  it("begins with each contender in its turn, and has all of them", () => {
    const orders = [0, 1, 2, 3].map((round) => inTurn(["a", "b", "c"], round).join(""));

    expect(orders).toEqual(["abc", "bca", "cab", "abc"]);
  });

  it("of none is none", () => {
    expect(inTurn([], 3)).toEqual([]);
  });
});
