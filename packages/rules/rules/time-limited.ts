import { isBasic } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import { untilFurtherNotice } from "../engine/decision.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * SF may ask for participation only for a limited time, so a 12:4 decision has a last day. Case systems write
 * `9999-12-31` when there is none. A message is read so, and the rule does not count it as a day either.
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
  sourceIn: {
    "SFS 2001:453": {
      document: "hemvist",
      quote:
        "Även enligt 4 kap. 4 § i den gamla socialtjänstlagen (2001:453) kan deltagande bara begäras under viss tid.",
    },
  },
  concerns: "/validTo",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ validTo, citation }) =>
    validTo !== undefined && validTo !== untilFurtherNotice
      ? []
      : [
          {
            pointer: "/validTo",
            message: {
              sv: "Beslutet har ingen sista dag, men deltagande får bara begäras under viss tid.",
              en: "The decision has no last day, but participation may only be asked for a limited time.",
            },
            wouldHoldIf: {
              sv: `Det skulle vara ett ${shortCitation(citation)}-beslut om det hade en sista dag.`,
              en: `It would be a ${shortCitation(citation)} decision if it had a last day.`,
            },
          },
        ],
};
