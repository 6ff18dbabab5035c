import { describe, expect, it } from "vitest";
import { chiSquareTail } from "./chi-square-tail.ts";
import { shareDifference, valueDifference } from "./difference.ts";
import { quartilesOf, shareOf } from "./summaries.ts";

describe("the tail of chi-square, against scipy 1.x (stats.chi2.sf)", () => {
  it.each([
    [0.5, 1, 0.47950012218695337],
    [3.84, 1, 0.05004352124870519],
    [7.815, 3, 0.049993902974883875],
    // The worked example on Wikipedia's "Chi-squared test": 24.57 at six degrees.
    [24.57, 6, 0.0004100522327265371],
    [100, 3, 1.5541594313896026e-21],
    [2, 2, 0.36787944117144245],
    [0.01, 3, 0.9997348349413444],
    [50, 18, 7.548264164706444e-5],
  ])("beyond %d with %d degrees of freedom lies %d", (x, degrees, expected) => {
    expect(Math.abs(chiSquareTail(x, degrees) / expected - 1)).toBeLessThan(1e-11);
  });

  it.each([0, -1e-15])("is all of it from %d on, which rounding may make of 0", (x) => {
    expect(chiSquareTail(x, 3)).toBe(1);
  });
});

describe("a difference in shares", () => {
  it("is Pearson's, as scipy has it (stats.chi2_contingency, correction=False)", () => {
    const groups = [12, 30, 22, 15].map((part) => ({ part, n: 200 }));

    expect(shareDifference(groups)).toEqual({
      verdict: "within-chance",
      statistic: expect.closeTo(10.828841798486632, 10),
      p: expect.closeTo(0.01268832711168134, 12),
    });
  });

  it("leaves out a group of which there is nothing", () => {
    const groups = [12, 30, 22, 15].map((part) => ({ part, n: 200 }));

    expect(shareDifference([{ part: 0, n: 0 }, ...groups])).toEqual(shareDifference(groups));
  });

  // Of two groups of ten, five each way: five are expected in each cell, and five are found.
  it("is given for two groups, and from five expected in each cell on", () => {
    expect(shareDifference([5, 5].map((part) => ({ part, n: 10 })))).toEqual({
      verdict: "within-chance",
      statistic: 0,
      p: 1,
    });
  });

  it("is beyond chance where one group stands out", () => {
    const groups = [12, 60, 22, 15].map((part) => ({ part, n: 200 }));

    expect(shareDifference(groups).verdict).toBe("beyond-chance");
  });

  it.each([
    [
      "one group is all there is",
      [
        { part: 50, n: 100 },
        { part: 0, n: 0 },
      ],
    ],
    [
      "fewer than five would be expected in a cell",
      [
        { part: 1, n: 30 },
        { part: 3, n: 30 },
      ],
    ],
    ["there is nothing", []],
  ])("cannot be reckoned where %s", (_why, groups) => {
    expect(shareDifference(groups)).toEqual({ verdict: "too-few" });
  });
});

describe("a difference in values", () => {
  // Four methods of growing corn: Conover, Practical Nonparametric Statistics, and the example of SAS's PROC NPAR1WAY
  // and of scipy (stats.kruskal), which agree on H = 25.6288 with three degrees of freedom.
  const corn = [
    [83, 91, 94, 89, 89, 96, 91, 92, 90],
    [91, 90, 81, 83, 84, 83, 88, 91, 89, 84],
    [101, 100, 91, 93, 96, 95, 94],
    [78, 82, 81, 77, 79, 81, 80, 81],
  ];

  it("is Kruskal and Wallis's, corrected for ties", () => {
    expect(valueDifference(corn)).toEqual({
      verdict: "beyond-chance",
      statistic: expect.closeTo(25.628835866962515, 10),
      p: expect.closeTo(1.1405727770287795e-5, 15),
    });
  });

  it("is the same in whatever order the groups come", () => {
    expect(valueDifference(corn.toReversed())).toEqual({
      verdict: "beyond-chance",
      statistic: expect.closeTo(25.628835866962515, 10),
      p: expect.closeTo(1.1405727770287795e-5, 15),
    });
  });

  it("with many ties is scipy's too", () => {
    const groups = [
      [2, 5, 8, 9, 12, 13, 13, 20, 1, 4],
      [3, 6, 7, 15, 16, 21, 22, 9, 9, 30],
      [1, 1, 2, 3, 5, 8, 4, 4, 7, 2],
      [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
    ];

    expect(valueDifference(groups)).toMatchObject({
      statistic: expect.closeTo(18.314558450108166, 10),
      p: expect.closeTo(0.0003787933351575035, 13),
    });
  });

  it("is none where all are alike", () => {
    expect(valueDifference([Array(6).fill(3), Array(6).fill(3)])).toEqual({
      verdict: "within-chance",
      statistic: 0,
      p: 1,
    });
  });

  it("leaves out a group of which there is nothing", () => {
    expect(valueDifference([[], ...corn])).toEqual(valueDifference(corn));
  });

  // Two groups of five apart from each other: H = 12 / (10 · 11) · (15² + 40²) / 5 - 3 · 11 = 6.8181…
  it("is given for two groups, and from five values in each on", () => {
    expect(
      valueDifference([
        [1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10],
      ]),
    ).toMatchObject({
      verdict: "beyond-chance",
      statistic: expect.closeTo(75 / 11, 10),
    });
  });

  it.each([
    ["there is nothing", []],
    ["one group is all there is", [[1, 2, 3, 4, 5], []]],
  ])("cannot be reckoned where %s", (_why, groups) => {
    expect(valueDifference(groups)).toEqual({ verdict: "too-few" });
  });

  it("cannot be reckoned where a group has fewer than five", () => {
    expect(
      valueDifference([
        [1, 2, 3, 4],
        [1, 2, 3, 4, 5],
      ]),
    ).toEqual({ verdict: "too-few" });
  });
});

describe("a share's interval", () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d is from %d to %d", (part, n, low, high) => {
    expect(shareOf(part, n).low).toBeCloseTo(low, 4);
    expect(shareOf(part, n).high).toBeCloseTo(high, 4);
  });
});

describe("quartiles", () => {
  it.each([
    [
      [2, 5, 8, 9, 12, 13, 13, 20, 1, 4],
      [4.25, 8.5, 12.75],
    ],
    [
      [1, 1, 2, 3, 5, 8, 4, 4, 7, 2, 9],
      [2, 4, 6],
    ],
  ])("of %j are %j, as numpy.percentile has them", (values, expected) => {
    const { lower, median, upper } = quartilesOf(values);

    expect([lower, median, upper]).toEqual(expected);
  });
});
