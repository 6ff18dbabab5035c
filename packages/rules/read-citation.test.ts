import { describe, expect, it } from "vitest";
import { citationText, readCitation } from "./read-citation.ts";

const oldAct = "SFS 2001:453";
const newAct = "SFS 2025:400";

describe("readCitation", () => {
  it.each([
    "4 kap. 4 §",
    "4 kap 4 § SoL",
    "4:4",
    "4:4 SoL",
    "4:4 SoL-beslut",
    "§ 4:4",
    "§4:4",
    "4:4 §",
    "SoL 4:4",
    "SOL4:4",
    "SoL 4 kap 4§",
    "4kap.4§",
    "4 kap. § 4",
    "kap. 4 § 4 SoL",
    "  4\u00a0kap.\u202f4\u00a0§\tSoL ",
    "4 kapitlet 4 paragrafen socialtjänstlagen",
    "4 kap. 4 § Socialtjänstlagen (2001:453)",
    "4 kap. 4 § socialtja\u0308nstlagen (SFS 2001:453)",
    "4 KAP. 4 § SOCIALTJÄNSTLAGEN",
    "Beslut enligt 4 kap. 4 § SoL.",
    "enl 4:4 gamla SoL",
    "4 kap. 4 § första stycket SoL",
    "04:04",
    "2001:453 4:4",
  ])("%s is 12:4 of the old Act", (text) => {
    expect(readCitation(text)).toEqual({ legalBasis: "sol-12-4", act: oldAct });
  });

  it.each([
    ["4 kap. 1 § SoL", "sol-12-1", oldAct],
    ["4:1", "sol-12-1", oldAct],
    ["12 kap. 4 § SoL", "sol-12-4", newAct],
    ["12 kap. 4 § socialtjänstlagen", "sol-12-4", newAct],
    ["12 kap. 4 § Socialtjänstlagen (2025:400)", "sol-12-4", newAct],
    ["socialtjänstlagen (2025:400) 12 kap. 4 §", "sol-12-4", newAct],
    ["SFS 2025:400, 12 kap. 4 §", "sol-12-4", newAct],
    ["SoL 12:4", "sol-12-4", newAct],
    ["12kap.4§", "sol-12-4", newAct],
    ["ny SoL 12 kap. 4 §", "sol-12-4", newAct],
    ["12 : 4", "sol-12-4", newAct],
    ["12 kap. 1 § SoL", "sol-12-1", newAct],
    ["12:1", "sol-12-1", newAct],
    ["11 kap. 1 § SoL", "sol-11-1", newAct],
    ["11:1 SoL", "sol-11-1", newAct],
  ])("%s", (text, legalBasis, act) => {
    expect(readCitation(text)).toEqual({ legalBasis, act });
  });

  it.each([
    ["another paragraph", "12 kap. 5 § SoL"],
    ["another paragraph in short", "12:5"],
    ["another chapter", "5 kap. 4 § SoL"],
    ["a paragraph with a letter", "12 kap. 4 a § SoL"],
    ["a paragraph with a letter, unspaced", "12:4a"],
    ["a paragraph of two digits", "4:44"],
    ["the old chapter, the new Act", "4 kap. 4 § SoL (2025:400)"],
    ["the new chapter, the old Act", "12 kap. 4 § SoL (2001:453)"],
    ["the new chapter, called old", "gamla SoL 12:4"],
    ["the old chapter, called new", "4:4 nya SoL"],
    ["two Acts", "4 kap. 4 § SoL (2001:453) (2025:400)"],
    ["two paragraphs", "4 kap. 4 § (ny SoL 12 kap. 4 §)"],
    ["an Act of another number", "12 kap. 4 § SoL (1993:387)"],
    ["another Act", "9 § LSS"],
    ["another Act with our numbers", "12 kap. 4 § LSS"],
    ["another Act's name with ours in it", "12:4 solskyddslagen"],
    ["only the Act", "SoL"],
    ["only a paragraph", "4 §"],
    ["nothing", ""],
    ["words", "praktik"],
    ["our own code", "sol-12-4"],
  ])("does not read %s", (_what, text) => {
    expect(readCitation(text)).toBeUndefined();
  });

  it("reads a very long text at once", () => {
    expect(readCitation(`4 kap${" ".repeat(100_000)}. ${"1".repeat(100_000)}`)).toBeUndefined();
  });
});

describe("citationText", () => {
  it.each(["4 kap. 4 § SoL", "4 kap. 1 § SoL", "12 kap. 4 § SoL", "12 kap. 1 § SoL", "11 kap. 1 § SoL"])(
    "%s is read and written the same",
    (text) => {
      const citation = readCitation(text);

      expect(citation && citationText(citation)).toBe(text);
    },
  );
});
