import type { Breach, Rule } from "../engine/rule.ts";

/**
 * A period does not end before it begins.
 *
 * The rule is ours. No governing text needs to say it. It serves:
 *
 * > Sträva efter kontinuerliga insatser utan avbrott
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export const periodInOrder: Rule = {
  id: "period-in-order",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "Ett beslut eller en insats kan inte sluta innan det börjar.",
  },
  concerns: "/validTo",
  appliesTo: () => true,
  breaches: ({ validFrom, validTo, interventions }) => [
    ...(validTo === undefined || validFrom <= validTo
      ? []
      : [notInOrder({ from: validFrom, to: validTo, pointer: "/validTo" })]),
    ...interventions
      .filter(({ from, to }) => to < from)
      .map(({ from, to, pointer }) => notInOrder({ from, to, pointer: `${pointer}/to` })),
  ],
};

function notInOrder({ from, to, pointer }: { from: string; to: string; pointer: string }): Breach {
  return {
    pointer,
    message: {
      sv: `Sista dagen ${to} ligger före första dagen ${from}.`,
      en: `The last day, ${to}, is before the first, ${from}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att sista dagen var ${from} eller senare.`,
      en: `It would be enough for the last day to be ${from} or later.`,
    },
  };
}
