import { isWithin } from "../engine/calendar/period.ts";
import { isBasic } from "../engine/citations/legal-basis.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * SF follows up by the work plan, so the plan should say when, within the decision's period.
 *
 * > Socialförvaltningarna ansvarar för helheten i ärenden vilket medför ett uppföljningsansvar utifrån
 * > uppgjord arbetsplan
 * > Anvisning styrmodell, Ansvar för styrning
 */
export const followUpPlanned: Rule = {
  id: "follow-up-planned",
  severity: "should",
  source: {
    document: "Anvisning styrmodell, Ansvar för styrning",
    quote:
      "Socialförvaltningarna ansvarar för helheten i ärenden vilket medför ett uppföljningsansvar utifrån uppgjord arbetsplan",
  },
  concerns: "/workPlan/nextFollowUpOn",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ workPlan, validFrom, validTo }) => {
    const followUpOn = workPlan?.nextFollowUpOn;
    const period = { from: validFrom, to: validTo };
    if (followUpOn !== undefined && isWithin(followUpOn, period)) return [];

    return [
      {
        pointer: "/workPlan/nextFollowUpOn",
        message:
          followUpOn === undefined
            ? {
                sv: "Arbetsplanen anger inte när den ska följas upp.",
                en: "The work plan does not say when it is to be followed up.",
              }
            : {
                sv: `Uppföljningen ${followUpOn} ligger utanför beslutets giltighetstid.`,
                en: `The follow-up, ${followUpOn}, is outside the decision's period.`,
              },
        wouldHoldIf: {
          sv: `Det skulle räcka att uppföljningen låg tidigast ${validFrom}${validTo === undefined ? "" : ` och senast ${validTo}`}.`,
          en: `It would be enough for the follow-up to be on ${validFrom} or later${validTo === undefined ? "" : `, and by ${validTo}`}.`,
        },
      },
    ];
  },
};
