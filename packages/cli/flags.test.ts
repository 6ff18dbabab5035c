import { describe, expect, it } from "vitest";
import { flags } from "./flags.ts";

const all = Object.values(flags);

describe("the options of all commands", () => {
  it("are explained in two languages, in one line each", () => {
    expect(all.filter(({ says }) => /\n|^$/.test(says.sv) || /\n|^$/.test(says.en))).toEqual([]);
  });

  it("are spelled alike: two words that mean one thing are one option", () => {
    const spellings = all.map(({ syntax }) => syntax);

    expect(spellings.filter((syntax) => !/^(-\w, )?--[a-z0-9-]+( <[a-z]+>)?$/.test(syntax))).toEqual([]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });
});
