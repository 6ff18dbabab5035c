import type { Rule } from "../rule.ts";

/**
 * Somebody offers what has been decided, on its first day.
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
  breaches: ({ interventions }) =>
    interventions
      .filter(({ placement: { provider } }) => provider === undefined)
      .map(({ pointer, subArea, from, placement: { carriedOutBy } }) => ({
        pointer: `${pointer}/subArea`,
        message: {
          sv: `Ingen utförare hos ${carriedOutBy} erbjuder ${subArea} den ${from}.`,
          en: `No provider at ${carriedOutBy} offers ${subArea} on ${from}.`,
        },
        wouldHoldIf: {
          sv: `Skulle hålla om insatsen började en dag då någon utförare erbjuder ${subArea}.`,
          en: `Would hold if it began on a day when some provider offers ${subArea}.`,
        },
      })),
};
