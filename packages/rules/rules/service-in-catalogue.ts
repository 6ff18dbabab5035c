import { sideInText, subAreaInText } from "../engine/name-in-text.ts";
import { serviceFor } from "../engine/offer.ts";
import type { Breach, Facts, PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * A service that SF asks for is in the catalogue, is offered on the intervention's first day, and belongs to that
 * sub-area and to the side that carries it out.
 *
 * > SoB beslutar om justeringar av tjänsteutbud och beslutar om nya insatser/justering av insatser.
 * > Anvisning styrmodell, Beslutsforum
 */
export const serviceInCatalogue: Rule = {
  id: "service-in-catalogue",
  severity: "must",
  source: {
    document: "Anvisning styrmodell, Beslutsforum",
    quote: "SoB beslutar om justeringar av tjänsteutbud och beslutar om nya insatser/justering av insatser.",
  },
  concerns: "/interventions/*/service",
  appliesTo: ({ interventions }) => interventions.some(({ service }) => service !== undefined),
  breaches: (facts) =>
    facts.interventions
      .filter((intervention) => intervention.service !== undefined && !isOffered(intervention, facts))
      .map((intervention) => notOffered(intervention, facts)),
};

function isOffered(intervention: PlacedIntervention, { model }: Facts): boolean {
  return serviceFor({ model, intervention, side: intervention.placement.carriedOutBy }) !== undefined;
}

function notOffered({ pointer, from, subArea, placement }: PlacedIntervention, { model }: Facts): Breach {
  const [by, wanted] = [sideInText(model, placement.carriedOutBy), subAreaInText(model, subArea)];
  return {
    pointer: `${pointer}/service`,
    message: {
      sv: `Tjänstekatalogen har ingen sådan tjänst för ${wanted.sv} hos ${by.sv} ${from}.`,
      en: `The catalogue has no such service for ${wanted.en} at ${by.en} on ${from}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att en tjänst angavs som ${by.sv} då erbjuder för ${wanted.sv}, eller att ingen tjänst angavs.`,
      en: `It would be enough to name a service that ${by.en} then offers for ${wanted.en}, or no service at all.`,
    },
  };
}
