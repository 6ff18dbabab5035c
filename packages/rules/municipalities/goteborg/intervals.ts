import type { Interval, IntervalName } from "../../engine/model.ts";

/**
 * How long something may take. The governing texts give three numbers: the horizon of three years, the yearly review
 * and the law's three months. Every other one is a default of ours, says so, and SoB may change it.
 */
export const intervals: Readonly<Record<IntervalName, Interval>> = {
  acknowledge: {
    count: 1,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "Utförarens system kvitterar ett uppdrag automatiskt. Längre tystnad är ett driftfel.",
      en: "A provider's system acknowledges an assignment by itself. A longer silence is a fault.",
    },
  },
  answer: {
    count: 5,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "En arbetsvecka räcker för att svara ja eller nej, så att den enskilde inte får vänta utan besked.",
      en: "A working week is enough to say yes or no, so that the person does not wait without an answer.",
    },
  },
  start: {
    count: 5,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "En insats ska ha börjat senast en arbetsvecka efter den dag då den väntades börja.",
      en: "An intervention should have begun within a working week of the day on which it was expected to.",
    },
  },
  news: {
    count: 90,
    unit: "days",
    origin: "ours",
    why: {
      sv: "En insats som har pågått ett kvartal utan någon rapport följs upp, så att socialförvaltningen vet hur det går.",
      en: "An intervention that has gone on for a quarter without a report is followed up, so that SF knows how it goes.",
    },
  },
  resume: {
    count: 30,
    unit: "days",
    origin: "ours",
    why: {
      sv: "Ett uppehåll som är längre än en månad kräver att någon tar ställning till det.",
      en: "A pause of more than a month needs a decision on what is to come of it.",
    },
  },
  "gap-warning": {
    count: 14,
    unit: "days",
    origin: "ours",
    why: {
      sv: "Två veckor räcker för att ordna nästa insats utan avbrott.",
      en: "Two weeks are enough to arrange the next intervention without a break.",
    },
  },
  "decision-ending": {
    count: 30,
    unit: "days",
    origin: "ours",
    why: {
      sv: "En månad före sista dagen hinner socialförvaltningen pröva om beslutet ska följas av ett nytt.",
      en: "A month before the last day SF has time to judge whether a new decision should follow.",
    },
  },
  horizon: {
    count: 3,
    unit: "years",
    origin: "model",
    why: {
      sv: "Den enskilde beräknas komma i arbete eller reguljära studier inom tre år (slutrapporten, 2.1.3).",
      en: "The person is expected in work or regular studies within three years (final report, 2.1.3).",
    },
  },
  "horizon-warning": {
    count: 3,
    unit: "months",
    origin: "ours",
    why: {
      sv: "Tre månader före treårsgränsen hinner socialförvaltningen pröva vilket slags beslut som är det rätta.",
      en: "Three months before the three years are over SF has time to judge which kind of decision is right.",
    },
  },
  delay: {
    count: 3,
    unit: "months",
    origin: "law",
    why: {
      sv: "Ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § SoL som inte har verkställts inom tre månader ska rapporteras (34 kap. 1 § SoL). Tiden säger när det ska rapporteras, inte hur länge beslutet får vänta.",
      en: "A favourable decision under 11 kap. 1 § or 12 kap. 1 § SoL that has not been carried out within three months is to be reported (34 kap. 1 § SoL). The time says when to report it, not how long the decision may wait.",
    },
  },
  "delay-near": {
    count: 2,
    unit: "months",
    origin: "ours",
    why: {
      sv: "När två månader har gått finns det fortfarande tid att verkställa beslutet innan det ska rapporteras.",
      en: "When two months have gone there is still time to carry out the decision before it is to be reported.",
    },
  },
  "proposal-answer": {
    count: 5,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "En arbetsvecka räcker för att svara en utförare på ett förslag.",
      en: "A working week is enough to answer a provider's proposal.",
    },
  },
  "revision-after-proposal": {
    count: 10,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "Två arbetsveckor efter ett ja till ett förslag ska beslutet ha reviderats.",
      en: "Two working weeks after agreeing to a proposal the decision should have been revised.",
    },
  },
  correction: {
    count: 5,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "En arbetsvecka räcker för att rätta ett beslut som har kommit i retur.",
      en: "A working week is enough to correct a decision that was returned.",
    },
  },
  "escalation-step": {
    count: 3,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "Varje nivå får några arbetsdagar att handla innan nästa nivå underrättas.",
      en: "Each level gets a few working days to act before the next level is notified.",
    },
  },
  "escalation-repeat": {
    count: 20,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "Det som har nått den högsta nivån tas upp där igen efter 20 arbetsdagar.",
      en: "What has reached the highest level is raised there again after 20 working days.",
    },
  },
  "model-review": {
    count: 1,
    unit: "years",
    origin: "model",
    why: {
      sv: "Därefter ska översyn ske årligen (anvisningen, Uppföljning och revidering av styrmodellen).",
      en: "After that, a review is made every year (the directive, on follow-up and revision).",
    },
  },
};
