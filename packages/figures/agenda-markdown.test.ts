import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import type { AgendaItem } from "./agenda.ts";
import { operativeAgenda, sobAgenda } from "./agenda-markdown.ts";
import { monthNamed } from "./report-period.ts";

const november = monthNamed("2026-11");
if (november === undefined) throw new Error("there is one");

const item: AgendaItem = {
  kind: "not-answered",
  administration: "sf-centrum",
  decisionId: "SFC-2026-004711",
  about: "sf-centrum.SFC-2026-004711.12",
  dueOn: "2026-11-05",
  toldAt: "2026-11-10T08:00:00Z",
  settled: false,
};

describe("the operative collaboration group's agenda, as it is read", () => {
  it("has a table for each kind, with a line for each item", () => {
    const operativeGroup: readonly AgendaItem[] = [
      item,
      { ...item, administration: "sf-nordost", decisionId: "SFN-2026-1", about: "sf-nordost.SFN-2026-1.1" },
      { ...item, kind: "revision-expected", about: "decision", dueOn: "2026-11-12", settled: true },
    ];

    expect(
      operativeAgenda(
        { operativeGroup, sob: { counts: [] } },
        { period: november, municipality: goteborg },
      ).split("\n"),
    ).toEqual([
      "# Ärenden till operativ samverkansgrupp Arbvux och Socialtjänst",
      "",
      "Period: 2026-11-01 till 2026-11-30. Inga personuppgifter: beslut anges med sin beteckning.",
      "",
      "## Inte besvarat",
      "",
      "| Förvaltning | Beslut | Gäller | Förföll | Läge |",
      "| --- | --- | --- | --- | --- |",
      "| Centrum | SFC-2026-004711 | insats 12 | 2026-11-05 | öppet |",
      "| Nordost | SFN-2026-1 | insats 1 | 2026-11-05 | öppet |",
      "",
      "## Väntar på nytt beslut",
      "",
      "| Förvaltning | Beslut | Gäller | Förföll | Läge |",
      "| --- | --- | --- | --- | --- |",
      "| Centrum | SFC-2026-004711 | beslutet | 2026-11-12 | löst |",
      "",
    ]);
  });

  it("says so where nothing has come to the group", () => {
    expect(
      operativeAgenda(
        { operativeGroup: [], sob: { counts: [] } },
        { period: november, municipality: goteborg },
      ).split("\n"),
    ).toEqual([
      "# Ärenden till operativ samverkansgrupp Arbvux och Socialtjänst",
      "",
      "Period: 2026-11-01 till 2026-11-30. Inga personuppgifter: beslut anges med sin beteckning.",
      "",
      "Inget har lyfts till gruppen under perioden.",
      "",
    ]);
  });
});

describe("SoB's agenda, as it is read", () => {
  const counts = [{ kind: "not-answered", count: 12, people: 7 }, { kind: "not-started" }] as const;
  const asRead = [
    "# Ärenden till Samordnings- och beredningsgruppen (SoB)",
    "",
    "Period: 2026-11-01 till 2026-11-30. Endast antal. Där personerna är färre än 5, eller ingen, står det inte hur många.",
    "",
    "## Lyft från operativ nivå",
    "",
    "| Slag | Ärenden | Personer |",
    "| --- | --- | --- |",
    "| Inte besvarat | 12 | 7 |",
    "| Inte påbörjat | .. | färre än 5 |",
    "",
  ];

  it("has a line for each kind, with how many items and persons where they are five or more", () => {
    expect(sobAgenda({ operativeGroup: [item], sob: { counts } }, november).split("\n")).toEqual(asRead);
  });

  it("ends with the review of the model where that is overdue, and why it is asked for", () => {
    const sob = { counts, modelReviewDueOn: "2026-07-01" };

    expect(sobAgenda({ operativeGroup: [], sob }, november).split("\n")).toEqual([
      ...asRead,
      "## Översyn av styrmodellen",
      "",
      "Den årliga översynen skulle ha skett senast 2026-07-01 och har inte lett till någon ny version av modellen.",
      "",
      "> Uppföljning av styrmodellen sker inledningsvis vid behov och därefter ska översyn ske årligen. SoB beslutar om eventuella revidering av styrmodell.",
      "> (Anvisning styrmodell)",
      "",
    ]);
  });
});
