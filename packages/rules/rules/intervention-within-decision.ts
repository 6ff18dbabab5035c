import { isWithin } from "../engine/calendar/period.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * An intervention lies within the decision it rests on, both its end days included.
 *
 * The rule is ours: no party can carry out what is not decided. It serves:
 *
 * > Utföra insatser enligt beslut 12 kap 4 § SoL inom det kompetenshöjande- och jobbfokuserade området.
 * > Anvisning styrmodell, Ansvar för styrning
 */
export const interventionWithinDecision: Rule = {
  id: "intervention-within-decision",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "En insats utförs inom den tid som beslutet gäller.",
  },
  concerns: "/interventions/*/from",
  appliesTo: () => true,
  breaches: ({ validFrom, validTo, interventions }) => {
    const period = { from: validFrom, to: validTo };
    return interventions
      .filter(({ from, to }) => !isWithin(from, period) || !isWithin(to, period))
      .map(({ from, to, pointer }) => ({
        pointer: isWithin(from, period) ? `${pointer}/to` : `${pointer}/from`,
        message: {
          sv: `Insatsen, ${from} till ${to}, ligger inte inom beslutets giltighetstid, från ${validFrom} ${validTo === undefined ? "tills vidare" : `till ${validTo}`}.`,
          en: `The intervention, ${from} to ${to}, is not within the decision's period, from ${validFrom} ${validTo === undefined ? "until further notice" : `to ${validTo}`}.`,
        },
        wouldHoldIf: {
          sv: `Det skulle räcka att insatsen började tidigast ${validFrom}${validTo === undefined ? "" : ` och slutade senast ${validTo}`}.`,
          en: `It would be enough for it to begin on ${validFrom} or later${validTo === undefined ? "" : ` and end by ${validTo}`}.`,
        },
      }));
  },
};
