import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { everyBug } from "./every-bug.ts";
import { isEnough, linesOf, sumsOf } from "./figures.ts";
import { planted, textsIn } from "./plant.ts";
import type { Outcome } from "./suites.ts";

const root = join(import.meta.dirname, "..", "..");
const texts = textsIn(root);
const [bug] = everyBug;
if (bug === undefined) throw new Error("there are no bugs to plant");

describe("every planted bug", () => {
  it.each(everyBug)("$name: can be planted where it was meant", (each) => {
    for (const [file, text] of planted(each, texts)) {
      expect(text).not.toBe(texts(file));
      expect(() => transformSync(text, { loader: "ts" })).not.toThrow();
    }
  });

  it.each(everyBug)(
    "$name: says what would go wrong, and is to be caught by something there is",
    ({ why, suite }) => {
      expect(why).toMatch(/^[A-Z].{20,}[.)]$/);
      if (suite.startsWith("test/")) expect(existsSync(join(root, suite))).toBe(true);
    },
  );

  it("has a name of its own, and there are at least forty", () => {
    expect(new Set(everyBug.map(({ name }) => name)).size).toBe(everyBug.length);
    expect(everyBug.length).toBeGreaterThanOrEqual(40);
  });

  it("is of an area that the README names", () => {
    const readme = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
    const named = [...readme.matchAll(/\(bugs\/([a-z-]+\.ts)\)/g)].map(([, file]) => file);

    expect(named.sort()).toEqual(readdirSync(join(import.meta.dirname, "bugs")).sort());
  });
});

describe("a bug that cannot be planted", () => {
  it.each([
    ["what it replaces is gone", { find: "this stands nowhere" }, "stands 0 times"],
    ["its file is gone", { file: "packages/rules/nothing.ts" }, "stands 0 times"],
    ["what it replaces stands twice", { find: "e" }, "times in"],
    ["nothing is changed", { replace: bug.find }, "nothing is changed"],
  ])("is named in the error, as when %s", (_when, changed, said) => {
    const broken = { ...bug, and: [], ...changed };

    expect(() => planted(broken, texts)).toThrow(bug.name);
    expect(() => planted(broken, texts)).toThrow(said);
  });
});

describe("the figures", () => {
  const caught: Outcome = { green: false, failed: "a test" };
  const missed: Outcome = { green: true };
  const verdicts = (some: number, all: number) =>
    Array.from({ length: all }, (_, index) => ({
      bug,
      suite: index < some ? caught : missed,
      unit: index < 3 ? caught : missed,
    }));

  it("say how many were caught, and how many the unit tests alone would have", () => {
    expect(linesOf(sumsOf(verdicts(38, 40)))).toEqual([
      "38 of 40 planted bugs were caught (95 %)",
      "3 of 40 by the plain unit tests alone (8 %)",
    ]);
  });

  it.each([
    [40, 40, true],
    [38, 40, true],
    [37, 40, false],
    [0, 0, false],
  ])("%d of %d is enough: %s", (some, all, expected) => {
    expect(isEnough(sumsOf(verdicts(some, all)))).toBe(expected);
  });
});
