import type { Model } from "../engine/model.ts";
import { sideInText, subAreaInText } from "../engine/name-in-text.ts";
import type { Breach, PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * A provider offers the sub-area of each intervention, on its first day.
 *
 * > Förvaltningarna ska erbjuda insatser utifrån uppgjord indelning i styrmodellen
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export const providerAvailable: Rule = {
  id: "provider-available",
  severity: "must",
  source: {
    document: "Anvisning styrmodell, Överenskomna principer för arbetet",
    quote: "Förvaltningarna ska erbjuda insatser utifrån uppgjord indelning i styrmodellen",
  },
  concerns: "/interventions/*/subArea",
  appliesTo: () => true,
  breaches: ({ model, interventions }) =>
    interventions
      .filter(({ placement: { provider } }) => provider === undefined)
      .map((intervention) => notOffered(intervention, model)),
};

function notOffered({ pointer, subArea, from, placement }: PlacedIntervention, model: Model): Breach {
  const [at, offered] = [sideInText(model, placement.carriedOutBy), subAreaInText(model, subArea)];
  return {
    pointer: `${pointer}/subArea`,
    message: {
      sv: `Ingen utförare hos ${at.sv} erbjuder ${offered.sv} ${from}.`,
      en: `No provider at ${at.en} offers ${offered.en} on ${from}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att insatsen började en dag då någon utförare erbjuder ${offered.sv}.`,
      en: `It would be enough for it to begin on a day when a provider offers ${offered.en}.`,
    },
  };
}
