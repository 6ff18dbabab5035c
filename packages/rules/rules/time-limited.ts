import { isBasic } from "../legal-basis.ts";
import { shortCitation } from "../read-citation.ts";
import type { Rule } from "../rule.ts";

/**
 * Participation is asked for a limited time, so a 12:4 decision has a last day.
 *
 * > får socialnämnden begära att han eller hon under viss tid ska delta i praktik eller annan
 * > kompetenshöjande verksamhet som nämnden anvisar.
 * > SFS 2025:400, 12 kap. 4 §
 */
export const timeLimited: Rule = {
  id: "time-limited",
  severity: "must",
  source: {
    document: "SFS 2025:400, 12 kap. 4 §",
    quote:
      "får socialnämnden begära att han eller hon under viss tid ska delta i praktik eller annan kompetenshöjande verksamhet som nämnden anvisar.",
  },
  concerns: "/validTo",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ validTo, citation }) =>
    validTo !== undefined
      ? []
      : [
          {
            pointer: "/validTo",
            message: {
              sv: "Beslutet har ingen sista dag, men deltagande begärs under viss tid.",
              en: "The decision has no last day, but participation is asked for a limited time.",
            },
            wouldHoldIf: {
              sv: `Skulle vara ett ${shortCitation(citation)}-beslut om det hade en sista dag.`,
              en: `Would be a ${shortCitation(citation)} decision if it had a last day.`,
            },
          },
        ],
};
