import { describe, expect, it } from "vitest";
import { isLabel, isNeverRead } from "./citation-label.ts";

describe("isNeverRead", () => {
  it.each([
    ...[
      "avslag",
      "delavslag",
      "avslås",
      "avslutad",
      "upphör",
      "upphävt",
      "överklagat",
      "avvisas",
      "avskrivning",
    ],
    ...[
      "nekas",
      "återkrav",
      "återkallelse",
      "indraget",
      "nedsättning",
      "nedsatt",
      "sätts ned",
      "ej beviljat",
    ],
    ...["inte beviljat", "icke", "nej", "utan åtgärd", "delvis bifall"],
    ...["ansökan", "anmälan", "utredning", "yttrande", "begäran", "förslag"],
  ])("%s", (text) => {
    expect(isNeverRead(`${text} ¤ ¶`)).toBe(true);
  });

  it.each([
    ...["bifall", "beviljat", "ek ekonomiskt bistånd", "funktionshindrade", "nedan", "delvist", "utanför"],
    ...["ansökan, bifall", "utredning, beviljas", "omanmälan"],
  ])("is not said of %s", (text) => {
    expect(isNeverRead(`${text} ¤ ¶`)).toBe(false);
  });
});

describe("isLabel", () => {
  it.each([
    ["¤", false],
    ["beslut enligt ¤.", false],
    ["beslut om deltagande i praktik - ¤", false],
    ["¤, bifall", false],
    ["öppenvård ¤ ¶", true],
    ["vux öppenvård, ¤ ¶ bifall", true],
    ["¤ ¶ öppenvård", true],
    ["¶ ¤", true],
    ["", true],
  ])("%s", (rest, isNamed) => {
    expect(isLabel(rest, { isNamed })).toBe(true);
  });

  // As case systems write them without the Act. Each known word stands right after a paragraph, where others may not.
  it.each([
    "beslut enligt ¤",
    "¤ beslutet om ekonomiskt bistånd",
    "¤ enl beslut",
    "jml ¤",
    "¤ jämlikt beslut",
    "¤ med stöd av ekonomi",
    "¤ för den och till försörjning",
    "ek försörjningsstöd ¤",
    "ifo ¤ biståndet",
    "¤ ek",
    "¤ ifo",
    "¤ försörjningsstöd",
    "¤ insats",
    "insatser för personliga behov ¤",
    "¤ deltagande i praktik",
    "delta i annan kompetenshöjande verksamhet ¤",
    "¤ anvisad praktik",
    ...["bifall", "bifalles", "bifalls"].map((word) => `¤ ${word}`),
    ...["bevilja", "beviljad", "beviljande", "beviljas", "beviljat"].map((word) => `¤ ${word}`),
  ])("%s, where no Act is named", (rest) => {
    expect(isLabel(rest, { isNamed: false })).toBe(true);
  });

  it.each([
    ["lagerarbete ¤ ¶", true],
    ["balkongodling ¤ ¶", true],
  ])("%s: only a word that ends so is another law's", (rest, isNamed) => {
    expect(isLabel(rest, { isNamed })).toBe(true);
  });

  it.each([
    ["delta i ¤", false],
    ["¤ i praktik", false],
    ["¤ praktik i", false],
    ["2arbete ¤ ¶", true],
    ["arbete2 ¤ ¶", true],
    ["öppenvård ¤", false],
    ["¶ ¤ öppenvård", true],
    ["¤ ab ¶", true],
    ["¤ ¶ a", true],
    ["i ¤ ¶", true],
    ["¤ i ¶", true],
    ["¤ ¶ 7", true],
    ["¤ ¶ !", true],
    ["skollagen ¤ ¶", true],
    ["skollag ¤ ¶", true],
    ["¤ ¶ äktenskapsbalken", true],
    ["förordningen ¤ ¶", true],
    ["aktivitetskravet ¤ ¶", true],
  ])("is not %s", (rest, isNamed) => {
    expect(isLabel(rest, { isNamed })).toBe(false);
  });
});
