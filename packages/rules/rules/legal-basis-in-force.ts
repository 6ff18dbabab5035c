import { actInForceOn } from "../legal-basis.ts";
import type { Rule } from "../rule.ts";

/**
 * A decision cites the Act in force on the day it was made: SFS 2001:453 through 2025-06-30, then SFS 2025:400.
 *
 * The rule is ours; the directive names the paragraph in both Acts:
 *
 * > beslut enligt 4 kap. 4 § (ny SoL 12 kap. 4 §) socialtjänstlagen
 * > Anvisning styrmodell, Koppling till andra styrande dokument
 */
export const legalBasisInForce: Rule = {
  id: "legal-basis-in-force",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "Ett beslut hänvisar till den socialtjänstlag som gällde den dag då beslutet fattades.",
  },
  concerns: "/legalBasis",
  appliesTo: () => true,
  breaches: ({ citation, decidedOn }) => {
    const act = actInForceOn(decidedOn);
    if (citation.act === act) return [];

    return [
      {
        pointer: "/legalBasis",
        message: {
          sv: `Beslutet hänvisar till ${citation.act}, men den ${decidedOn} gällde ${act}.`,
          en: `The decision cites ${citation.act}, but on ${decidedOn} the Act in force was ${act}.`,
        },
        wouldHoldIf: {
          sv: `Skulle hålla om beslutet hänvisade till motsvarande paragraf i ${act}.`,
          en: `Would hold if it cited the corresponding section of ${act}.`,
        },
      },
    ];
  },
};
