import { readdirSync } from "node:fs";
import { isIdentityNumber } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { textOf } from "./sample-files.ts";

const files = readdirSync(new URL("../../events/", import.meta.url), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".json") && !name.startsWith("schemas"))
  .sort();

// Born in the 1890s (or, of ten digits, with the plus that says so) and a serial from 980: no living person has it.
const ofNoLivingPerson = /^(189\d(0\d|1[0-2])\d{2}-?|9\d(0\d|1[0-2])\d{2}\+)9[89]\d{2}$/;

const numberLike = /(?<![\w-])(\d{8}|\d{6})[-+]?\d{4}(?![\w-])/g;

// One is written with spaces and a dash.
const numbersIn = (name: string): readonly string[] =>
  textOf(name).replaceAll(" \u2013 ", "-").match(numberLike) ?? [];

describe("the samples' identity numbers", () => {
  it.each(files)("in %s are of no living person", (name) => {
    const numbers = numbersIn(name);

    for (const number of numbers) expect(number).toMatch(ofNoLivingPerson);
    if (name.endsWith("not-an-identity-number.json")) {
      expect(numbers.filter((number) => !isIdentityNumber(number))).toHaveLength(1);
    } else {
      expect(numbers.filter((number) => !isIdentityNumber(number))).toEqual([]);
    }
  });

  it("are one person's each, and the revisions of a decision have one", () => {
    const ofDecisions = files
      .filter((name) => /^decisions\/\d\d-/.test(name))
      .map((name) => [name, numbersIn(name)[0]] as const)
      .filter(([name]) => !/^decisions\/2[2347]-/.test(name));
    const numbers = ofDecisions.flatMap(([, number]) => number ?? []);

    // One person has protected identity, and one has no number.
    expect(numbers.length).toBe(ofDecisions.length - 2);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
