import { serviceFor } from "../offer.ts";
import type { Facts, PlacedIntervention, Rule } from "../rule.ts";

/**
 * A service that SF asks for is in the catalogue, offered on the intervention's first day, and is of that
 * sub-area and whoever carries it out.
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
      .map(({ pointer, from, subArea, placement: { carriedOutBy } }) => ({
        pointer: `${pointer}/service`,
        message: {
          sv: `Tjänsten finns inte i tjänstekatalogen för ${subArea} hos ${carriedOutBy} den ${from}.`,
          en: `The service is not in the catalogue for ${subArea} by ${carriedOutBy} on ${from}.`,
        },
        wouldHoldIf: {
          sv: "Skulle hålla om en tjänst angavs som erbjuds då, för det delområdet och den utföraren, eller ingen tjänst alls.",
          en: "Would hold if it named a service offered then, for that sub-area and executor, or no service at all.",
        },
      })),
};

function isOffered(intervention: PlacedIntervention, { model }: Facts): boolean {
  return serviceFor({ model, intervention, side: intervention.placement.carriedOutBy }) !== undefined;
}
