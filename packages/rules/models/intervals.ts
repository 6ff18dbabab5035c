import type { Interval, IntervalName } from "../model.ts";

/**
 * How long something may take. The governing texts give three numbers, the horizon of three years, the
 * yearly review and the law's three months; every other one is a default of ours, says so, and is meant to be changed.
 */
export const intervals: Readonly<Record<IntervalName, Interval>> = {
  acknowledge: {
    count: 1,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "Utförarens system kvitterar ett uppdrag av sig självt; längre tystnad är ett driftfel.",
      en: "A provider's system acknowledges an assignment by itself; a longer silence is a fault.",
    },
  },
  answer: {
    count: 5,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "En arbetsvecka räcker för att svara ja eller nej, så att personen inte väntar ovetande.",
      en: "A working week is enough to say yes or no, so that the person does not wait unknowing.",
    },
  },
  start: {
    count: 5,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "En arbetsvecka efter den dag då insatsen väntades börja ska den ha börjat.",
      en: "A working week after the day on which it was expected to, an intervention should have begun.",
    },
  },
  news: {
    count: 90,
    unit: "days",
    origin: "ours",
    why: {
      sv: "En insats som pågått ett kvartal utan ett ord följs upp, så att socialförvaltningen vet hur det går.",
      en: "An intervention that has been under way for a quarter without a word is followed up, so that SF knows.",
    },
  },
  resume: {
    count: 30,
    unit: "days",
    origin: "ours",
    why: {
      sv: "Ett uppehåll längre än en månad ska någon ha tagit ställning till.",
      en: "A pause longer than a month is something that somebody should have considered.",
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
      sv: "Klienten beräknas komma i arbete/reguljära studier inom en 3 års period (slutrapporten, 2.1.3).",
      en: "The client is expected in work or regular studies within three years (final report, 2.1.3).",
    },
  },
  "horizon-warning": {
    count: 3,
    unit: "months",
    origin: "ours",
    why: {
      sv: "Tre månader före treårsgränsen hinner socialförvaltningen pröva vilket slags beslut som gäller.",
      en: "Three months before the three years are over SF has time to judge which kind of decision fits.",
    },
  },
  delay: {
    count: 3,
    unit: "months",
    origin: "law",
    why: {
      sv: "Ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § ska verkställas inom tre månader (34 kap. 1 § SoL).",
      en: "A favourable decision under 11:1 or 12:1 is to be carried out within three months (34 kap. 1 § SoL).",
    },
  },
  "delay-near": {
    count: 2,
    unit: "months",
    origin: "ours",
    why: {
      sv: "När två av de tre månaderna har gått finns det ännu tid att handla.",
      en: "When two of the three months have gone there is still time to act.",
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
      sv: "Två arbetsveckor efter ett ja på ett förslag ska beslutet ha ändrats.",
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
      sv: "Varje nivå får några arbetsdagar att handla innan nästa får veta.",
      en: "Each level gets a few working days to act before the next one is told.",
    },
  },
  "escalation-repeat": {
    count: 20,
    unit: "working-days",
    origin: "ours",
    why: {
      sv: "Det som har nått högsta nivån tas upp där igen efter en månad av arbetsdagar.",
      en: "What has reached the highest level is raised there again after a month of working days.",
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
