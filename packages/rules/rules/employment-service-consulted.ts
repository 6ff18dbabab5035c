import { isBasic, isBeforeTheActs } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * SF consults Arbetsförmedlingen before a 12:4 decision, never after. The same day counts. A consultation from before
 * 2002 counts as none: there were no such decisions then.
 *
 * > Samråd sker med Arbetsförmedlingen innan beslut.
 * > Slutrapport 2024-01-12, 2.1.3
 *
 * The Act says the same: "Socialnämnden ska samråda med Arbetsförmedlingen inför beslut" (12 kap. 4 §).
 */
export const employmentServiceConsulted: Rule = {
  id: "employment-service-consulted",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Samråd sker med Arbetsförmedlingen innan beslut.",
  },
  concerns: "/employmentServiceConsultation/heldOn",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ employmentServiceConsultation, decidedOn, citation }) => {
    const heldOn = employmentServiceConsultation?.heldOn;
    if (heldOn !== undefined && heldOn <= decidedOn && !isBeforeTheActs(heldOn)) return [];

    return [
      {
        pointer: "/employmentServiceConsultation/heldOn",
        message:
          heldOn === undefined
            ? {
                sv: "Samråd med Arbetsförmedlingen är inte angivet.",
                en: "No consultation with Arbetsförmedlingen is given.",
              }
            : heldOn <= decidedOn
              ? {
                  sv: `Samråd med Arbetsförmedlingen kan inte ha hållits ${heldOn}.`,
                  en: `Arbetsförmedlingen cannot have been consulted on ${heldOn}.`,
                }
              : {
                  sv: `Samråd med Arbetsförmedlingen hölls ${heldOn}, efter beslutet ${decidedOn}.`,
                  en: `Arbetsförmedlingen was consulted on ${heldOn}, after the decision of ${decidedOn}.`,
                },
        wouldHoldIf: {
          sv: `Det skulle vara ett ${shortCitation(citation)}-beslut om samråd med Arbetsförmedlingen hade skett senast ${decidedOn}.`,
          en: `It would be a ${shortCitation(citation)} decision if Arbetsförmedlingen had been consulted by ${decidedOn}.`,
        },
      },
    ];
  },
};
