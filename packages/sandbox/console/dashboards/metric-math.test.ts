import { describe, expect, it } from "vitest";
import { NotReckoned, reckoned, type Values } from "./metric-math.ts";

const series = (...values: readonly (number | undefined)[]): Values =>
  new Map(values.flatMap((value, place) => (value === undefined ? [] : [[place, value] as const])));

const named = new Map<string, Values>([
  ["m0", series(1, undefined, 3)],
  ["n0", series(4, 5, 6)],
]);

describe("metric math", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["7 - 2 - 1", 4],
    ["-2 * -3", 6],
    ["8 / 4 / 2", 1],
    ["2 >= 2", 1],
    ["1 + 1 > 3", 0],
  ])("%s is %d", (expression, expected) => {
    expect(reckoned(expression, named)).toBe(expected);
  });

  it.each([
    ["m0", series(1, undefined, 3)],
    ["m0 + 1", series(2, undefined, 4)],
    ["m0 + n0", series(5, 5, 9)],
    ["n0 / m0", series(4, undefined, 2)],
    ["FILL(m0, 0)", series(1, 0, 3)],
    ["IF(n0 >= 5, 100 * m0 / n0)", series(undefined, 0, 50)],
    ["IF(n0 >= 5, m0 / 86400)", series(undefined, undefined, 3 / 86_400)],
    ["IF(n0 >= 5, n0, 0)", series(0, 5, 6)],
  ])("%s has a value for each period", (expression, expected) => {
    expect(reckoned(expression, named)).toEqual(expected);
  });

  it.each(["SEARCH('{AWS/SQS}', 'Sum')", "METRICS()", "RATE(m0)", "m0 +", "m9", "(m0", "m0 n0"])(
    "%s is said not to be reckoned",
    (expression) => {
      expect(() => reckoned(expression, named)).toThrow(NotReckoned);
    },
  );
});
