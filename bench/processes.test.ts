import { describe, expect, it } from "vitest";
import { figureLine, figuresIn, figuresOf, mediansOf, together } from "./processes.ts";

describe("what a process that measures prints", () => {
  it("is read contender by contender, in the order of its rounds", () => {
    const text = `${figureLine("hemvist", 1.5)}${figureLine("outbox", 3)}${figureLine("hemvist", 2e-7)}`;

    expect([...figuresIn(text)]).toEqual([
      ["hemvist", [1.5, 2e-7]],
      ["outbox", [3]],
    ]);
  });

  it("may have other lines in it, which are no figures", () => {
    expect([...figuresIn('{"level":"INFO"}\na word\nhemvist 1\n')]).toEqual([["hemvist", [1]]]);
  });

  it("counts as one figure of each contender, its median", () => {
    expect([...mediansOf(figuresIn("a 1\nb 4\na 100\na 3\n"))]).toEqual([
      ["a", [3]],
      ["b", [4]],
    ]);
  });

  it("of several runs stands one after the other", () => {
    const runs = [figuresIn("a 1\nb 2\n"), figuresIn("a 3\nb 4\n")];

    expect(figuresOf(together(runs), "a")).toEqual([1, 3]);
    expect(() => figuresOf(together(runs), "c")).toThrow("c was not measured");
  });
});
