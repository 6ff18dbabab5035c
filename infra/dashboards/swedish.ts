import type { Municipality } from "@hemvist/rules";

/** What a party is called on a dashboard: its name in the newest model that has it, or its code. */
export const nameOf = ({ models, shortNames }: Municipality, party: string): string =>
  shortNames[party] ??
  models
    .flatMap(({ parties, providers }) => [...providers, ...parties])
    .findLast(({ code }) => code === party)?.name ??
  party;

/** What a value of a metric's dimension is called, or the value itself: a rule and a reason have codes. */
export const labelOf = (value: string): string => labels[value] ?? value;

const labels: Readonly<Record<string, string>> = {
  social: "Sociala området",
  health: "Hälsorelaterade området",
  competence: "Kompetenshöjande området",
  job: "Jobbfokuserade området",

  completed: "Genomförda",
  failed: "Avbrutna",
  rejected: "Avböjda",
  cancelled: "Återkallade",

  "not-acknowledged": "Inte kvitterat",
  "not-answered": "Inte besvarat",
  "not-started": "Inte påbörjat",
  "no-news": "Ingen rapport",
  "not-resumed": "Inte återupptaget",
  "not-ended": "Slutet inte rapporterat",
  "never-carried-out": "Aldrig verkställt",
  "work-plan-review": "Arbetsplanen ska följas upp",
  "gap-ahead": "Dagar utan insats",
  "decision-ending": "Beslutet löper snart ut",
  "horizon-near": "Treårsgränsen är nära",
  "horizon-passed": "Treårsgränsen är passerad",
  "delay-near": "Snart tre månader utan verkställighet",
  "delay-passed": "Tre månader utan verkställighet",
  "proposal-unanswered": "Förslaget är inte besvarat",
  "revision-expected": "Väntar på ett reviderat beslut",
  "correction-expected": "Väntar på rättelse",

  "receive-decision": "tar emot beslut",
  "hand-off": "lämnar över",
  "record-progress": "tar emot rapporter",
  "follow-up": "följer upp",
  "read-case": "svarar på frågor",
  report: "tar fram rapporter",
  operate: "utför driftens kommandon",

  "issuer-unreachable": "Tokens utfärdare svarar inte",
  "not-allowed": "Får inte göra det",
  "not-authenticated": "Giltig token saknas",
};
