import type { Municipality } from "@hemvist/rules";
import type { Agenda, AgendaItem } from "./agenda.ts";
import type { ReportPeriod } from "./report-period.ts";
import { fewest } from "./suppression.ts";
import { administrationNamed, wordFor } from "./words.ts";

/** As it is read in the operative collaboration group's meeting. */
export function operativeAgenda(
  { operativeGroup }: Agenda,
  { period, municipality }: { readonly period: ReportPeriod; readonly municipality: Municipality },
): string {
  const kinds = [...new Set(operativeGroup.map(({ kind }) => kind))];
  const sections = kinds.flatMap((kind) => [
    `## ${wordFor(kind).sv}`,
    "",
    "| Förvaltning | Beslut | Gäller | Förföll | Läge |",
    "| --- | --- | --- | --- | --- |",
    ...operativeGroup.filter((item) => item.kind === kind).map((item) => lineOf(item, municipality)),
    "",
  ]);
  return lines([
    "# Ärenden till operativ samverkansgrupp Arbvux och Socialtjänst",
    "",
    `Period: ${period.from} till ${period.to}. Inga personuppgifter: beslut anges med sin beteckning.`,
    "",
    ...(kinds.length === 0 ? ["Inget har lyfts till gruppen under perioden.", ""] : sections),
  ]);
}

const lineOf = (
  { administration, decisionId, about, dueOn, settled }: AgendaItem,
  municipality: Municipality,
): string => {
  const intervention = about === "decision" ? "beslutet" : `insats ${about.split(".").at(-1)}`;
  return `| ${administrationNamed(administration, municipality)} | ${decisionId} | ${intervention} | ${dueOn} | ${settled ? "löst" : "öppet"} |`;
};

/** As it is read in SoB's meeting: counts only. */
export function sobAgenda({ sob }: Agenda, period: ReportPeriod): string {
  const counts = [
    "| Slag | Ärenden | Personer |",
    "| --- | --- | --- |",
    ...sob.counts.map(
      ({ kind, count, people }) =>
        `| ${wordFor(kind).sv} | ${count ?? ".."} | ${people ?? `färre än ${fewest}`} |`,
    ),
  ];
  return lines([
    "# Ärenden till Samordnings- och beredningsgruppen (SoB)",
    "",
    `Period: ${period.from} till ${period.to}. Endast antal. Där personerna är färre än ${fewest}, eller ingen, står det inte hur många.`,
    "",
    "## Lyft från operativ nivå",
    "",
    ...counts,
    "",
    ...(sob.modelReviewDueOn === undefined ? [] : review(sob.modelReviewDueOn)),
  ]);
}

const review = (dueOn: string): readonly string[] => [
  "## Översyn av styrmodellen",
  "",
  `Den årliga översynen skulle ha skett senast ${dueOn} och har inte lett till någon ny version av modellen.`,
  "",
  "> Uppföljning av styrmodellen sker inledningsvis vid behov och därefter ska översyn ske årligen. SoB beslutar om eventuella revidering av styrmodell.",
  "> (Anvisning styrmodell)",
  "",
];

const lines = (all: readonly string[]): string => all.join("\n");
