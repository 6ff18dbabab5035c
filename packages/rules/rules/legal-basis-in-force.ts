import type { Citation } from "../engine/citations/citation.ts";
import { actInForceOn, isBasic } from "../engine/citations/legal-basis.ts";
import { citationText } from "../engine/citations/read-citation.ts";
import { actInText } from "../engine/name-in-text.ts";
import type { Bilingual, Rule } from "../engine/rule.ts";

/**
 * A decision cites the Act in force on the day it was made: SFS 2001:453 through 2025-06-30, then SFS 2025:400.
 *
 * The rule is ours. The directive names the paragraph in both Acts:
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

    const [cited, inForce] = [actInText(citation.act), actInText(act)];
    const right = corresponding({ ...citation, act });
    return [
      {
        pointer: "/legalBasis",
        message: {
          sv: `Beslutet hänvisar till ${cited.sv}, men ${decidedOn} gällde ${inForce.sv}.`,
          en: `The decision cites ${cited.en}, but on ${decidedOn} ${inForce.en} was in force.`,
        },
        wouldHoldIf: {
          sv: `Det skulle räcka att beslutet hänvisade till ${right.sv}.`,
          en: `It would be enough for the decision to cite ${right.en}.`,
        },
      },
    ];
  },
};

/** The same paragraph in the other Act. The old 4 kap. 1 § held what is in two sections of the new one. */
function corresponding(citation: Citation): Bilingual {
  if (citation.act === "SFS 2025:400" && isBasic(citation))
    return { sv: "12 kap. 1 § SoL eller 11 kap. 1 § SoL", en: "12 kap. 1 § SoL or 11 kap. 1 § SoL" };
  return { sv: citationText(citation), en: citationText(citation) };
}
