import { describe, expect, it } from "vitest";
import { goteborg } from "../../../../test/support/goteborg.ts";

/** Code, the directive's word and ours in English, who governs, who carries out. */
const subAreas = [
  ["social.competences", "Sociala och personliga kompetenser", "Social and personal competences", "sf", "sf"],
  ["social.networks", "Stärkande av nätverk", "Strengthening networks", "sf", "sf"],
  ["social.everyday-life", "Hantering av vardagen", "Managing everyday life", "sf", "sf"],
  ["social.motivation", "Motiverande insatser", "Motivational interventions", "sf", "sf"],
  ["social.coordination", "Social samordning", "Social coordination", "sf", "sf"],
  [
    "health.substance-use",
    "Stöd och behandling vid skadligt bruk/beroende",
    "Support and treatment for substance use and dependency",
    "sf",
    "sf",
  ],
  ["health.diet-exercise", "Kost och motion", "Diet and exercise", "sf and arbvux", "sf and arbvux"],
  [
    "health.assessment-treatment",
    "Utredning och/eller behandling inklusive rehabilitering",
    "Assessment and/or treatment, including rehabilitation",
    "sf and arbvux",
    "sf and arbvux",
  ],
  [
    "health.mental-physical",
    "Hantering av psykisk och/eller fysisk hälsa",
    "Managing mental and/or physical health",
    "sf and arbvux",
    "sf and arbvux",
  ],
  ["competence.general", "Allmänna kompetenser", "General competences", "arbvux", "arbvux"],
  ["competence.vocational", "Yrkeskompetenser", "Vocational competences", "arbvux", "arbvux"],
  ["competence.adapted-learning", "Anpassad kunskapshöjning", "Adapted learning", "arbvux", "arbvux"],
  [
    "competence.adapted-support",
    "Anpassat stöd för ett fungerande arbetsliv",
    "Adapted support for a working life that works",
    "arbvux and sf",
    "arbvux and sf",
  ],
  [
    "job.market-knowledge",
    "Kunskap om arbetsmarknaden",
    "Knowledge of the labour market",
    "arbvux",
    "arbvux",
  ],
  [
    "job.search-enterprise",
    "Jobbsökning och nyföretagande",
    "Job search and starting a business",
    "arbvux",
    "arbvux",
  ],
  [
    "job.coaching",
    "Motiverande och coachande insatser",
    "Motivating and coaching interventions",
    "arbvux",
    "arbvux",
  ],
  ["job.traineeship", "Praktik", "Traineeship", "arbvux", "arbvux"],
  [
    "job.employer-contacts",
    "Företags- och arbetsgivarkontakter",
    "Contacts with companies and employers",
    "arbvux",
    "arbvux",
  ],
  ["job.subsidised", "Lönesubventionerat jobb", "Subsidised job", "arbvux", "arbvux"],
] as const;

const parties = [
  ["sf-centrum", "Socialförvaltningen Centrum", "decides"],
  ["sf-hisingen", "Socialförvaltningen Hisingen", "decides"],
  ["sf-nordost", "Socialförvaltningen Nordost", "decides"],
  ["sf-sydvast", "Socialförvaltningen Sydväst", "decides"],
  ["arbvux", "Arbetsmarknad och vuxenutbildning", "carries-out"],
  ["finsam", "Samordningsförbundet Finsam Göteborg", "forum"],
  ["funktionsstod", "Förvaltningen för funktionsstöd", "forum"],
  ["arbetsformedlingen", "Arbetsförmedlingen", "consulted"],
  ["sob", "Samordnings- och beredningsgruppen (SoB)", "forum"],
  ["operativ-samverkansgrupp", "Operativ samverkansgrupp Arbvux och Socialtjänst", "forum"],
  ["analysgrupp", "Arbetsgrupp för analys, uppföljning och utveckling", "forum"],
] as const;

/** Name, length, whose number it is, and why, as partners read it. */
const intervals = [
  [
    "acknowledge",
    "1 working-days",
    "ours",
    "Utförarens system kvitterar ett uppdrag automatiskt. Längre tystnad är ett driftfel.",
    "A provider's system acknowledges an assignment by itself. A longer silence is a fault.",
  ],
  [
    "answer",
    "5 working-days",
    "ours",
    "En arbetsvecka räcker för att svara ja eller nej, så att den enskilde inte får vänta utan besked.",
    "A working week is enough to say yes or no, so that the person does not wait without an answer.",
  ],
  [
    "start",
    "5 working-days",
    "ours",
    "En insats ska ha börjat senast en arbetsvecka efter den dag då den väntades börja.",
    "An intervention should have begun within a working week of the day on which it was expected to.",
  ],
  [
    "news",
    "90 days",
    "ours",
    "En insats som har pågått ett kvartal utan någon rapport följs upp, så att socialförvaltningen vet hur det går.",
    "An intervention that has gone on for a quarter without a report is followed up, so that SF knows how it goes.",
  ],
  [
    "resume",
    "30 days",
    "ours",
    "Ett uppehåll som är längre än en månad kräver att någon tar ställning till det.",
    "A pause of more than a month needs a decision on what is to come of it.",
  ],
  [
    "gap-warning",
    "14 days",
    "ours",
    "Två veckor räcker för att ordna nästa insats utan avbrott.",
    "Two weeks are enough to arrange the next intervention without a break.",
  ],
  [
    "decision-ending",
    "30 days",
    "ours",
    "En månad före sista dagen hinner socialförvaltningen pröva om beslutet ska följas av ett nytt.",
    "A month before the last day SF has time to judge whether a new decision should follow.",
  ],
  [
    "horizon",
    "3 years",
    "model",
    "Den enskilde beräknas komma i arbete eller reguljära studier inom tre år (slutrapporten, 2.1.3).",
    "The person is expected in work or regular studies within three years (final report, 2.1.3).",
  ],
  [
    "horizon-warning",
    "3 months",
    "ours",
    "Tre månader före treårsgränsen hinner socialförvaltningen pröva vilket slags beslut som är det rätta.",
    "Three months before the three years are over SF has time to judge which kind of decision is right.",
  ],
  [
    "delay",
    "3 months",
    "law",
    "Ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § SoL som inte har verkställts inom tre månader ska rapporteras (34 kap. 1 § SoL). Tiden säger när det ska rapporteras, inte hur länge beslutet får vänta.",
    "A favourable decision under 11 kap. 1 § or 12 kap. 1 § SoL that has not been carried out within three months is to be reported (34 kap. 1 § SoL). The time says when to report it, not how long the decision may wait.",
  ],
  [
    "delay-near",
    "2 months",
    "ours",
    "När två månader har gått finns det fortfarande tid att verkställa beslutet innan det ska rapporteras.",
    "When two months have gone there is still time to carry out the decision before it is to be reported.",
  ],
  [
    "proposal-answer",
    "5 working-days",
    "ours",
    "En arbetsvecka räcker för att svara en utförare på ett förslag.",
    "A working week is enough to answer a provider's proposal.",
  ],
  [
    "revision-after-proposal",
    "10 working-days",
    "ours",
    "Två arbetsveckor efter ett ja till ett förslag ska beslutet ha reviderats.",
    "Two working weeks after agreeing to a proposal the decision should have been revised.",
  ],
  [
    "correction",
    "5 working-days",
    "ours",
    "En arbetsvecka räcker för att rätta ett beslut som har kommit i retur.",
    "A working week is enough to correct a decision that was returned.",
  ],
  [
    "escalation-step",
    "3 working-days",
    "ours",
    "Varje nivå får några arbetsdagar att handla innan nästa nivå underrättas.",
    "Each level gets a few working days to act before the next level is notified.",
  ],
  [
    "escalation-repeat",
    "20 working-days",
    "ours",
    "Det som har nått den högsta nivån tas upp där igen efter 20 arbetsdagar.",
    "What has reached the highest level is raised there again after 20 working days.",
  ],
  [
    "model-review",
    "1 years",
    "model",
    "Därefter ska översyn ske årligen (anvisningen, Uppföljning och revidering av styrmodellen).",
    "After that, a review is made every year (the directive, on follow-up and revision).",
  ],
] as const;

describe.each(goteborg.models.map((model) => [model.name, model] as const))(
  "%s, as written",
  (_name, model) => {
    it("has the directive's matrix", () => {
      expect(
        model.subAreas.map(({ code, name, english, governedBy, carriedOutBy }) => [
          code,
          name,
          english,
          governedBy.join(" and "),
          carriedOutBy.join(" and "),
        ]),
      ).toEqual(subAreas);
    });

    it("has the directive's parties", () => {
      expect(model.parties.map(({ code, name, role }) => [code, name, role])).toEqual(parties);
    });

    it("says of each interval how long it is, whose number that is, and why", () => {
      expect(
        Object.entries(model.intervals).map(([name, { count, unit, origin, why }]) => [
          name,
          `${count} ${unit}`,
          origin,
          why.sv,
          why.en,
        ]),
      ).toEqual(intervals);
    });

    it("names what it offers as providers are called", () => {
      expect(model.providers.map(({ code, name }) => [code, name])).toEqual([
        ["kompetenscenter", "Kompetenscenter"],
        ["arbetsmarknadsanstallning", "Arbetsmarknadsanställningar"],
      ]);
      expect(model.services.map(({ code, name, provider }) => [code, name, provider])).toEqual([
        ["kc-friskvard", "Friskvård i grupp", "kompetenscenter"],
        ["kc-praktik", "Praktik med handledning", "kompetenscenter"],
        ["ama-yrkesintro", "Yrkesintroduktion", "arbetsmarknadsanstallning"],
        ["kc-datakurs", "Datakurs för nybörjare", "kompetenscenter"],
      ]);
      expect(model.agreements.map(({ id }) => id)).toEqual([
        "SOB-EXEMPEL-1",
        "SOB-EXEMPEL-2",
        "SOB-EXEMPEL-3",
      ]);
    });
  },
);

it("is Göteborg's, under the Act of its time", () => {
  expect(goteborg.models.map(({ name, municipality, act }) => [name, municipality, act])).toEqual([
    ["goteborg-2024-01", "goteborg", "SFS 2001:453"],
    ["goteborg-2025-07", "goteborg", "SFS 2025:400"],
  ]);
});
