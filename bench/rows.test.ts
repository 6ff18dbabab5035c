import { describe, expect, it } from "vitest";
import { figureText, lineOf, ofRounds, type Row, shown, spreadText, targetText, verdictOf } from "./rows.ts";

const judging: Row = { what: "judging", unit: "µs", bound: { atMost: 2 }, ...ofRounds([1.9, 1.8, 2]) };
const faster: Row = { what: "beside zen", unit: "×", bound: { atLeast: 100 }, figure: 99.96 };
const missing: Row = { what: "neighbours", unit: "×", bound: { atMost: 1.1 }, notMeasured: "it failed" };

describe("a target", () => {
  it.each([
    [{ atMost: 2 }, 2, "met"],
    [{ atMost: 2 }, 2.001, "not met"],
    [{ atLeast: 100 }, 100, "met"],
    [{ atLeast: 100 }, 99.9, "not met"],
  ] as const)("of %j is %s: %s", (bound, figure, verdict) => {
    expect(verdictOf({ what: "x", unit: "×", bound, figure })).toBe(verdict);
  });

  it("is judged by the figure, not by what is shown of it", () => {
    expect([figureText(faster), verdictOf(faster)]).toEqual(["100.0 ×", "not met"]);
  });

  it("that was not measured is neither met nor missed", () => {
    expect(verdictOf(missing)).toBe("not measured");
  });
});

describe("a figure", () => {
  it.each([
    [0, "0"],
    [0.0123, "0.012"],
    [0.8, "0.800"],
    [1.876, "1.88"],
    [12.345, "12.3"],
    [456.7, "457"],
    [8000, "8000"],
  ])("%d is shown as %s", (figure, text) => {
    expect(shown(figure)).toBe(text);
  });
});

describe("a line", () => {
  it("has figure, target, and whether it is met", () => {
    expect(lineOf(judging)).toBe("judging: 1.90 µs, target ≤ 2 µs, met");
    expect(lineOf(missing)).toBe("neighbours: –, target ≤ 1.10 ×, not measured (it failed)");
    expect([targetText(faster), spreadText(judging), spreadText(faster)]).toEqual([
      "≥ 100 ×",
      "1.85 to 1.95",
      "",
    ]);
  });
});
