import { describe, expect, it } from "vitest";
import { paragraphsIn, withoutParagraphs } from "./paragraphs.ts";

/** As `chapter:section`. */
const told = (text: string): readonly string[] =>
  paragraphsIn(text).map(({ chapter = "-", section }) => `${chapter}:${section}`);

describe("paragraphsIn", () => {
  it.each<[string, readonly string[]]>([
    ["12 kap. 4 §", ["12:4"]],
    ["12 kap 4§", ["12:4"]],
    ["12 kapitlet 4 paragrafen", ["12:4"]],
    ["12 kap., 4 §", ["12:4"]],
    ["12 kap. § 4", ["12:4"]],
    ["12 kap. §§ 1, 7", ["12:1", "12:7"]],
    ["kap. 12, § 4", ["12:4"]],
    ["12 kap. § 1; 11 kap. § 1", ["12:1", "11:1"]],
    ["kap. 12 § 1; kap. 11 § 1", ["12:1", "11:1"]],
    ["12 kap. 4 a-4 c §§", ["12:4 a", "12:4 c"]],
    ["12:4", ["12:4"]],
    ["12 : 04 §", ["12:4"]],
    ["§ 12:4", ["12:4"]],
    ["12:1, 12:7", ["12:1", "12:7"]],
    ["12:1 och 7", ["12:1", "12:7"]],
    ["12 kap. 1, 7 §§", ["12:1", "12:7"]],
    ["12 kap. 1 och 7 §§", ["12:1", "12:7"]],
    ["12 kap. 1 samt 7 §§", ["12:1", "12:7"]],
    ["12 kap. 1 o 7 §§", ["12:1", "12:7"]],
    ["12 kap. 1/7 §§", ["12:1", "12:7"]],
    ["12 kap. 1 & 7 §§", ["12:1", "12:7"]],
    ["12 kap. 1 § och 7 §", ["12:1", "12:7"]],
    ["12 kap. 1 §, 7 §", ["12:1", "12:7"]],
    ["12 kap. 1 § och 4 kap. 3 §", ["12:1", "4:3"]],
    ["12 kap. 1-4 §§", ["12:1", "12:2", "12:3", "12:4"]],
    ["12 kap. 4-4 §§", ["12:4", "12:4"]],
    ["12 kap. 4 a §", ["12:4 a"]],
    ["12 kap. 4a §", ["12:4 a"]],
    ["12 kap. 4 (a) §", ["12:4 a"]],
    ["12 kap. 4-a §", ["12:4 a"]],
    ["12 kap. 4 § a", ["12:4 a"]],
    ["12 kap. 4 § (a)", ["12:4 a"]],
    ["12:4 å", ["12:4 å"]],
    ["12 kap. 4 a, 5 och 6 a §§", ["12:4 a", "12:5", "12:6 a"]],
    ["12 kap. 4 a-6 a §§", ["12:4 a", "12:5", "12:6", "12:6 a"]],
    ["12 kap. 4 a-b §§", []],
    ["12:4 st", ["12:4"]],
    ["112:4", []],
    ["12:4:1", []],
    ["12:4444", []],
    ["12 kap. 4444 §", []],
    ["9 §", ["-:9"]],
    ["§ 9", ["-:9"]],
    ["7, 9 §§", ["-:7", "-:9"]],
    ["9", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("withoutParagraphs", () => {
  it.each([
    ["ek 12 kap 1, 7 §§ sol", "ek  ¤  sol"],
    ["12:1, 12:7", " ¤ ,  ¤ "],
    ["9 § lss", "9 § lss"],
  ])("leaves a mark for each chapter's, and what stands around: %s", (text, rest) => {
    expect(withoutParagraphs(text).rest).toBe(rest);
  });
});
