import { describe, expect, it } from "vitest";
import { aDecision, anAssessment, under44 } from "../../../test/support/a-decision.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { classify } from "../engine/classify.ts";
import { rules } from "../municipalities/goteborg/rules.ts";

/** What each rule of the model rests on. The quotes stand here a second time, so that none changes unseen. */
const restsOn = [
  {
    rule: "model-in-force",
    severity: "must",
    concerns: "/decidedOn",
    document: "hemvist",
    quote: "Ett beslut bedöms efter den styrmodell som gällde den dag då beslutet fattades.",
  },
  {
    rule: "legal-basis-in-force",
    severity: "must",
    concerns: "/legalBasis",
    document: "hemvist",
    quote: "Ett beslut hänvisar till den socialtjänstlag som gällde den dag då beslutet fattades.",
  },
  {
    rule: "decided-when-received",
    severity: "must",
    concerns: "/decidedOn",
    document: "hemvist",
    quote: "Ett beslut är fattat senast den dag då det tas emot.",
  },
  {
    rule: "period-in-order",
    severity: "must",
    concerns: "/validTo",
    document: "hemvist",
    quote: "Ett beslut eller en insats kan inte sluta innan det börjar.",
  },
  {
    rule: "intervention-within-decision",
    severity: "must",
    concerns: "/interventions/*/from",
    document: "hemvist",
    quote: "En insats utförs inom den tid som beslutet gäller.",
  },
  {
    rule: "intervention-decided-in-order",
    severity: "must",
    concerns: "/interventions/*/decidedOn",
    document: "hemvist",
    quote: "En insats beslutas tidigast med beslutet och senast den dag då den tas emot.",
  },
  {
    rule: "time-limited",
    severity: "must",
    concerns: "/validTo",
    document: "SFS 2025:400, 12 kap. 4 §",
    quote:
      "får socialnämnden begära att han eller hon under viss tid ska delta i praktik eller annan kompetenshöjande verksamhet som nämnden anvisar.",
  },
  {
    rule: "basic-decision-named",
    severity: "must",
    concerns: "/basicDecision",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Observera att det alltid finns ett grundläggande beslut enligt 4 kap. 1 § Socialtjänstlagen för att erhålla försörjningsstöd.",
  },
  {
    rule: "unemployed",
    severity: "must",
    concerns: "/assessment/unemployment",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Klienten bedöms vara arbetslös på hel- eller deltid och är i behov av aktiviteter inom det jobbfokuserade och/eller kompetenshöjande området",
  },
  {
    rule: "needs-job-or-competence",
    severity: "must",
    concerns: "/interventions",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Klienten bedöms vara arbetslös på hel- eller deltid och är i behov av aktiviteter inom det jobbfokuserade och/eller kompetenshöjande området",
  },
  {
    rule: "within-three-years",
    severity: "must",
    concerns: "/assessment/expectedInWorkOrStudiesBy",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Klienten beräknas komma i arbete/reguljära studier inom en 3 års period",
  },
  {
    rule: "work-plan-with-participation",
    severity: "must",
    concerns: "/workPlan",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Krav på medverkan utifrån fastställd arbetsplan ska finnas",
  },
  {
    rule: "employment-service-consulted",
    severity: "must",
    concerns: "/employmentServiceConsultation/heldOn",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Samråd sker med Arbetsförmedlingen innan beslut.",
  },
  {
    rule: "no-suitable-labour-market-measure",
    severity: "must",
    concerns: "/assessment/labourMarketMeasureAvailable",
    document: "SFS 2025:400, 12 kap. 4 §",
    quote:
      "Om en enskild som får försörjningsstöd inte har kunnat erbjudas någon lämplig arbetsmarknadspolitisk åtgärd",
  },
  {
    rule: "work-ability-unclear-or-later",
    severity: "must",
    concerns: "/assessment/workAbility",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Arbetsförmågan är inte klarlagd eller arbete kan bli aktuellt i framtiden men först efter utredning och/eller social eller medicinsk rehabilitering (t.ex. kan personen behöva längre tid än 3 år)",
  },
  {
    rule: "needs-social-or-health",
    severity: "must",
    concerns: "/interventions",
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Behov av kompletterande insatser föreligger inom det sociala- och/eller hälsorelaterade området.",
  },
  {
    rule: "health-complements",
    severity: "must",
    concerns: "/interventions/*",
    document: "Anvisning styrmodell, Ansvar för styrning",
    quote:
      "Arbvux ansvar för hälsoinsatser som kompletterande delar till jobbfokuserade- och kompetenshöjande insatser (jmf 12 kap. 4 § SoL)",
  },
  {
    rule: "parallel-agreed",
    severity: "must",
    concerns: "/interventions/*/subArea",
    document: "Anvisning styrmodell, Ansvar för styrning",
    quote:
      "Tillsammans med socialförvaltningarna utföra parallella insatser som sträcker sig över flera ansvarsområden. Avser endast insatser som är beslutade på strategisk nivå i samverkan mellan Socialförvaltningarna och Arbvux",
  },
  {
    rule: "same-person",
    severity: "must",
    concerns: "/person",
    document: "hemvist",
    quote: "Ett beslut gäller en och samma person i alla sina revideringar.",
  },
  {
    rule: "ended-stays-ended",
    severity: "must",
    concerns: "/interventions/*",
    document: "hemvist",
    quote: "En insats vars uppdrag är avslutat ändras inte. Det som behövs nu är en ny insats.",
  },
  {
    rule: "revocation-within-decision",
    severity: "must",
    concerns: "/revocation/on",
    document: "hemvist",
    quote: "Ett beslut återkallas tidigast den dag då det fattades och senast sin sista dag.",
  },
  {
    rule: "follows-known",
    severity: "should",
    concerns: "/interventions/*/follows",
    document: "Anvisning styrmodell, Överenskomna principer för arbetet",
    quote: "Kontinuitet i personal som arbetar med individen",
  },
  {
    rule: "service-in-catalogue",
    severity: "must",
    concerns: "/interventions/*/service",
    document: "Anvisning styrmodell, Beslutsforum",
    quote: "SoB beslutar om justeringar av tjänsteutbud och beslutar om nya insatser/justering av insatser.",
  },
  {
    rule: "provider-available",
    severity: "must",
    concerns: "/interventions/*/subArea",
    document: "Anvisning styrmodell, Överenskomna principer för arbetet",
    quote: "Förvaltningarna ska erbjuda insatser utifrån uppgjord indelning i styrmodellen",
  },
  {
    rule: "follow-up-planned",
    severity: "should",
    concerns: "/workPlan/nextFollowUpOn",
    document: "Anvisning styrmodell, Ansvar för styrning",
    quote:
      "Socialförvaltningarna ansvarar för helheten i ärenden vilket medför ett uppföljningsansvar utifrån uppgjord arbetsplan",
  },
] as const;

describe("a rule's source", () => {
  it.each(restsOn)("$rule quotes $document", ({ rule, severity, concerns, document, quote }) => {
    expect(rules.find(({ id }) => id === rule)).toMatchObject({
      severity,
      concerns,
      source: { document, quote },
    });
  });

  it.each([
    [
      "time-limited",
      "Även enligt 4 kap. 4 § i den gamla socialtjänstlagen (2001:453) kan deltagande bara begäras under viss tid.",
    ],
    [
      "no-suitable-labour-market-measure",
      "Även 4 kap. 4 § i den gamla socialtjänstlagen (2001:453) förutsätter att ingen lämplig arbetsmarknadspolitisk åtgärd har kunnat erbjudas.",
    ],
  ])("%s never quotes the new Act to a decision under the old one", (rule, quote) => {
    const faulty = aDecision({
      citation: under44,
      decidedOn: "2025-06-30",
      validTo: undefined,
      assessment: anAssessment({ labourMarketMeasureAvailable: true }),
    });
    const { findings } = classify(faulty, { municipality: goteborg, receivedOn: "2025-06-30" });

    expect(findings.find((finding) => finding.rule === rule)?.source).toEqual({ document: "hemvist", quote });
    expect(JSON.stringify(findings)).not.toContain("SFS 2025:400");
  });

  it("quotes the new Act in nothing else than what has a source of its own for the old one", () => {
    const newAct = rules.filter(({ source }) => source.document.startsWith("SFS 2025:400"));

    expect(newAct.length).toBeGreaterThan(0);
    expect(newAct.filter(({ sourceIn }) => sourceIn?.["SFS 2001:453"] === undefined)).toEqual([]);
  });

  it("is given for every rule, in the order in which they are tried", () => {
    expect(rules.map(({ id }) => id)).toEqual(restsOn.map(({ rule }) => rule));
  });
});
