import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationText, readCitation } from "./read-citation.ts";

const oldAct = "SFS 2001:453";
const newAct = "SFS 2025:400";
const read = (legalBasis: string, act: string) => ({ kind: "read", citation: { legalBasis, act } });

describe("readCitation", () => {
  it("looks into no text of more than 300 characters", () => {
    expect(readCitation("12 kap. 1 § SoL".padEnd(300))).toEqual(read("sol-12-1", newAct));
    expect(readCitation("12 kap. 1 § SoL".padEnd(301))).toEqual({ kind: "not-read", isNotGranted: false });
  });

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
    "4 kap. 4 § 1 st. SoL",
    "04:04",
    "2001:453 4:4",
  ])("%s is 12:4 of the old Act", (text) => {
    expect(readCitation(text)).toEqual(read("sol-12-4", oldAct));
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
    expect(readCitation(text)).toEqual(read(legalBasis, act));
  });

  it.each([
    ["12 kap. 4 § socialtjänstlagen (2025:400), SoL", "sol-12-4", newAct],
    ["4 kap. 1 § socialtjänstlagen (SoL)", "sol-12-1", oldAct],
    ["12 kap 1, 7 §§ SoL", "sol-12-1", newAct],
    ["Ek Ekonomiskt bistånd 12 kap 1, 7 §§ SoL, bifall", "sol-12-1", newAct],
    ["12 kap. 1 § och 7 § SoL", "sol-12-1", newAct],
    ["12 kap. 1 § SoL och 12 kap. 7 § SoL", "sol-12-1", newAct],
    ["12:1, 12:7 SoL", "sol-12-1", newAct],
    ["4 kap 1 och 3 §§ SoL", "sol-12-1", oldAct],
    ["IFO Försörjningsstöd, 12 kap. 1 § SoL – Bifall", "sol-12-1", newAct],
    ["Beslut om bistånd enl. 4 kap 1§ SoL", "sol-12-1", oldAct],
    ["Vux Öppenvård 11 kap 1 § SoL, bifall", "sol-11-1", newAct],
    ["11 kap 1 § SoL, öppenvård, beviljat", "sol-11-1", newAct],
    ["Utredning och behandling 11 kap. 1 § SoL, bifall", "sol-11-1", newAct],
    ["Deltagande i anvisad praktik, 12 kap. 4 § SoL", "sol-12-4", newAct],
  ])("as partners write it: %s", (text, legalBasis, act) => {
    expect(readCitation(text)).toEqual(read(legalBasis, act));
  });

  it.each([
    ["12 kap. 4 a § SoL", "12 kap. 4 a § SoL"],
    ["12:4a", "12 kap. 4 a § SoL"],
    ["12 kap. § 4 A SoL", "12 kap. 4 a § SoL"],
    ["12 kap. 4 § a SoL", "12 kap. 4 a § SoL"],
    ["12 kap. 4 (a) § SoL", "12 kap. 4 a § SoL"],
    ["12 kap. 4-a § SoL", "12 kap. 4 a § SoL"],
    ["12 kap. 4§a", "12 kap. 4 a § SoL"],
    ["12 kap. 4 a-6 a §§ SoL", "12 kap. 4 a § SoL"],
    ["Aktivitetskrav 12 kap. 4 a § SoL, bifall", "12 kap. 4 a § SoL"],
    ["12 kap. 4 § och 4 a § SoL", "12 kap. 4 a § SoL"],
    ["12 kap. 2 § SoL", "12 kap. 2 § SoL"],
    ["12 kap 1, 2 §§ SoL", "12 kap. 2 § SoL"],
    ["12 kap 1–3 §§ SoL", "12 kap. 2 § SoL"],
    ["12 kap. 4-6 §§ SoL", "12 kap. 5 § SoL"],
    ["12 kap. 5 § SoL", "12 kap. 5 § SoL"],
    ["12:5", "12 kap. 5 § SoL"],
    ["12 kap. 7 § SoL", "12 kap. 7 § SoL"],
    ["4 kap. 2 § SoL", "4 kap. 2 § SoL"],
    ["4 kap. 1 a § SoL", "4 kap. 1 a § SoL"],
    ["4:44", "4 kap. 44 § SoL"],
    ["5 kap. 4 § SoL", "5 kap. 4 § SoL"],
    ["31 kap. 1 § socialtjänstlagen (2025:400)", "31 kap. 1 § SoL"],
    ["9 § LSS", "9 § LSS"],
    ["LSS 9 § 2 p", "9 § LSS"],
    ["9 § lagen (1993:387) om stöd och service till vissa funktionshindrade", "9 § LSS"],
    ["12 kap. 4 § LSS", "12 kap. 4 § LSS"],
    ["2 § LVU", "2 § LVU"],
    ["3 § lagen (1990:52) med särskilda bestämmelser om vård av unga", "3 § LVU"],
    ["LVU", "LVU"],
    ["4 § LVM", "4 § LVM"],
    ["6 kap. 1 § föräldrabalken", "6 kap. 1 § FB"],
  ])("names what is understood and not ours: %s", (text, paragraph) => {
    expect(readCitation(text)).toEqual({ kind: "not-handled", paragraph });
  });

  it.each([
    ["a rejection", "Ek Ekonomiskt bistånd 12 kap 1, 7 §§ SoL, avslag"],
    ["a rejection in front", "Avslag 12 kap. 4 § SoL"],
    ["a rejection of a part", "Ek Ekonomiskt bistånd 12 kap 1 § SoL, delavslag"],
    ["a decision granted in part", "12 kap 1 § SoL, bifall delvis"],
    ["what was not granted", "12 kap. 1 § SoL, ej beviljat"],
    ["what ends", "Upphörande av bistånd 12 kap. 1 § SoL"],
    ["what is claimed back", "Återkrav 12 kap. 1 § SoL"],
    ["an application", "Ansökan 12 kap. 1 § SoL"],
    ["an investigation, which the old Act's 11 kap. 1 § was about", "Utredning enl 11 kap 1 § SoL"],
  ])("does not read %s, and says that it was not granted", (_what, text) => {
    expect(readCitation(text)).toEqual({ kind: "not-read", isNotGranted: true });
  });

  it.each([
    ["the activity requirement, led to another section", "Aktivitetskrav 12 kap. 4 § SoL"],
    ["a letter at the end", "12 kap. 4 § SoL a"],
    ["a letter that only looks like one", "12:4 \u0430 SoL"],
    ["such a letter beside another paragraph", "12 kap. 5 § \u0430 SoL"],
    ["a word that may belong to the paragraph", "SoL 12:4 ab"],
    ["two of ours", "12 kap. 1 och 4 §§ SoL"],
    ["the old chapter, the new Act", "4 kap. 4 § SoL (2025:400)"],
    ["the new chapter, the old Act", "12 kap. 4 § SoL (2001:453)"],
    ["the new chapter, called old", "gamla SoL 12:4"],
    ["the old chapter, called new", "4:4 nya SoL"],
    ["how support is counted, of the other Act", "12 kap. 1 § SoL, 4 kap. 3 § SoL"],
    ["two Acts", "4 kap. 4 § SoL (2001:453) (2025:400)"],
    ["the same in both Acts", "4 kap. 4 § (ny SoL 12 kap. 4 §)"],
    ["an Act of another number", "12 kap. 4 § SoL (1993:387)"],
    ["an Act of an unknown number", "12 kap. 4 § SoL (1999:123)"],
    ["two statutes", "9 § LSS, 2 § LVU"],
    ["another Act's name with ours in it", "12:4 solskyddslagen"],
    ["another Act beside ours", "12 kap. 4 § SoL, skollagen"],
    ["a chapter of no Act in particular", "7 kap. 1 §"],
    ["only the Act", "SoL"],
    ["only a paragraph", "4 §"],
    ["a further number", "12 kap. 4 § SoL 2026"],
    ["nothing", ""],
    ["words", "praktik"],
    ["our own code", "sol-12-4"],
  ])("does not read %s", (_what, text) => {
    expect(readCitation(text)).toEqual({ kind: "not-read", isNotGranted: false });
  });

  it("does not look into a text that no citation is as long as", () => {
    expect(readCitation(`4 kap${" ".repeat(100_000)}. ${"1".repeat(100_000)}`)).toEqual({
      kind: "not-read",
      isNotGranted: false,
    });
    expect(readCitation(`12 kap. 4 §${" ".repeat(290)}`)).toEqual({ kind: "not-read", isNotGranted: false });
  });
});

describe("a section with a letter", () => {
  const space = fc.constantFrom("", " ", "\u00a0", "  ", "\u200b", "\t");
  const act = fc.constantFrom(
    "",
    " SoL",
    " socialtjänstlagen",
    ", SoL",
    " socialtjänstlagen (2025:400), SoL",
  );
  const label = fc.constantFrom(
    "",
    "Ek Ekonomiskt bistånd ",
    "Beslut enligt ",
    "Deltagande i praktik ",
    "SoL ",
  );
  const outcome = fc.constantFrom("", ", bifall", " beviljat", ".");
  const letter = fc.constantFrom(..."abcdeåäöABCÅ");
  const chapter = fc.constantFrom("4", "04", "11", "12");
  const section = fc.constantFrom("1", "4", "04");
  const kap = fc.constantFrom("kap.", "kap", "kapitlet", "KAP.");
  const form = fc.constantFrom(
    "{C} {kap} {S}{_}{L} §",
    "{C} {kap} {S}{_}{L}§",
    "{C} {kap} § {S}{_}{L}",
    "{kap} {C} § {S}{_}{L}",
    "{C}:{S}{_}{L}",
    "§ {C}:{S}{_}{L}",
    "{C} {kap} {S}§{_}{L}",
    "{C} {kap} {S} §{_}{L} §",
    "{C} {kap} 7, {S}{_}{L} §§",
    "{C} {kap} {S}{_}{L}, 7 §§",
    "{C} {kap} {S}-{L} §",
    "{C} {kap} {S} ({L}) §",
  );

  it("is never led to the section without one", () => {
    const citation = fc.record({ space, act, label, outcome, letter, chapter, section, kap, form });
    fc.assert(
      fc.property(citation, (parts) => {
        const paragraph = parts.form
          .replace("{C}", parts.chapter)
          .replace("{kap}", parts.kap)
          .replace("{S}", parts.section)
          .replace("{_}", parts.space)
          .replace("{L}", parts.letter);
        const reading = readCitation(`${parts.label}${paragraph}${parts.act}${parts.outcome}`);

        expect(reading.kind).not.toBe("read");
        if (reading.kind === "not-handled")
          expect(reading.paragraph).not.toBe(`${Number(parts.chapter)} kap. ${Number(parts.section)} § SoL`);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ...[
      "12",
      "4",
      "1",
      "11",
      "7",
      "a",
      "kap.",
      "§",
      "§§",
      ":",
      ",",
      "och",
      "-",
      " ",
      " ",
      " ",
      "SoL",
      "(2025:400)",
    ],
    ...["(2001:453)", "gamla", "LSS", "avslag", "bifall", "Ek", "socialtjänstlagen", "st", "ö"],
  );

  it("is read as the same whatever the spaces, the case and the form of its letters", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const reading = readCitation(text);

        expect(readCitation(text.toUpperCase())).toEqual(reading);
        expect(readCitation(`  ${text.replaceAll(" ", "\u00a0 ")}\n`)).toEqual(reading);
        expect(readCitation(text.normalize("NFD"))).toEqual(reading);
      }),
      { numRuns: 3000 },
    );
  });

  it("is ours only where our paragraph stands in it, and is named only in our own words", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const reading = readCitation(pieces.join(""));

        if (reading.kind === "read") expect(readCitation(citationText(reading.citation))).toEqual(reading);
        if (reading.kind === "not-handled")
          expect(reading.paragraph).toMatch(/^(\d+ kap\. )?\d+( [a-zåäö])? § (SoL|LSS)$|^LSS$/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("citationText", () => {
  it.each(["4 kap. 4 § SoL", "4 kap. 1 § SoL", "12 kap. 4 § SoL", "12 kap. 1 § SoL", "11 kap. 1 § SoL"])(
    "%s is read and written the same",
    (text) => {
      const reading = readCitation(text);

      expect(reading.kind === "read" && citationText(reading.citation)).toBe(text);
    },
  );
});
