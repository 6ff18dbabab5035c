import type { FollowUpKind } from "@hemvist/casework";
import type { Bilingual, Municipality } from "@hemvist/rules";

const followUps: Readonly<Record<FollowUpKind, Bilingual>> = {
  "not-acknowledged": { sv: "Inte kvitterat", en: "Not acknowledged" },
  "not-answered": { sv: "Inte besvarat", en: "Not answered" },
  "not-started": { sv: "Inte påbörjat", en: "Not started" },
  "no-news": { sv: "Ingen rapport", en: "No news" },
  "not-resumed": { sv: "Inte återupptaget", en: "Not resumed" },
  "not-ended": { sv: "Slut inte rapporterat", en: "End not reported" },
  "never-carried-out": { sv: "Aldrig verkställt", en: "Never carried out" },
  "work-plan-review": { sv: "Uppföljning av arbetsplan", en: "Work plan review" },
  "gap-ahead": { sv: "Avbrott mellan insatser", en: "Gap between interventions" },
  "decision-ending": { sv: "Beslut som löper ut", en: "Decision ending" },
  "horizon-near": { sv: "Treårsgränsen nära", en: "Three years near" },
  "horizon-passed": { sv: "Treårsgränsen passerad", en: "Three years passed" },
  "delay-near": { sv: "Nära tre månader utan verkställighet", en: "Near three months not carried out" },
  "delay-passed": { sv: "Över tre månader utan verkställighet", en: "Over three months not carried out" },
  "proposal-unanswered": { sv: "Obesvarat förslag", en: "Proposal unanswered" },
  "revision-expected": { sv: "Väntar på nytt beslut", en: "Revision expected" },
  "correction-expected": { sv: "Väntar på rättelse", en: "Correction expected" },
};

const words: Readonly<Record<string, Bilingual>> = {
  ...followUps,
  city: { sv: "Hela staden", en: "The whole city" },
  total: { sv: "Totalt", en: "Total" },
  returned: { sv: "Återlämnade beslut", en: "Decisions returned" },
  rejected: { sv: "Avböjda uppdrag", en: "Assignments rejected" },
  interrupted: { sv: "Insatser med uppehåll eller avbrott", en: "Interventions interrupted" },
  "to-acknowledgement": { sv: "Dagar till kvittens", en: "Days to acknowledgement" },
  "to-acceptance": { sv: "Dagar till ja-svar", en: "Days to acceptance" },
  "to-start": { sv: "Dagar till start", en: "Days to start" },
  "too-few": { sv: "för få för en slutsats", en: "too few to say" },
  "within-chance": { sv: "kan bero på slumpen", en: "within chance" },
  "beyond-chance": { sv: "större än slumpen förklarar", en: "beyond chance" },
};

/** The name of a code for people. If it has no name yet, the code itself. */
export const wordFor = (code: string): Bilingual => words[code] ?? { sv: code, en: code };

/** What an administration is called in a table; its code where it has no name there. */
export const administrationNamed = (code: string, { shortNames }: Municipality): string =>
  shortNames[code] ?? code;
