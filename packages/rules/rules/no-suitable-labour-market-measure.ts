import { isBasic } from "../legal-basis.ts";
import { shortCitation } from "../read-citation.ts";
import type { Rule } from "../rule.ts";

/**
 * A 12:4 decision presumes that the person could not be offered a suitable labour-market measure; not
 * having said so is not enough.
 *
 * > Om en enskild som får försörjningsstöd inte har kunnat erbjudas någon lämplig arbetsmarknadspolitisk
 * > åtgärd
 * > SFS 2025:400, 12 kap. 4 §
 */
export const noSuitableLabourMarketMeasure: Rule = {
  id: "no-suitable-labour-market-measure",
  severity: "must",
  source: {
    document: "SFS 2025:400, 12 kap. 4 §",
    quote:
      "Om en enskild som får försörjningsstöd inte har kunnat erbjudas någon lämplig arbetsmarknadspolitisk åtgärd",
  },
  concerns: "/assessment/labourMarketMeasureAvailable",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ assessment: { labourMarketMeasureAvailable }, citation }) =>
    labourMarketMeasureAvailable === false
      ? []
      : [
          {
            pointer: "/assessment/labourMarketMeasureAvailable",
            message: labourMarketMeasureAvailable
              ? {
                  sv: "Personen kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
                  en: "The person can be offered a suitable labour-market measure.",
                }
              : {
                  sv: "Det är inte angivet om personen kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
                  en: "It is not said whether the person can be offered a suitable labour-market measure.",
                },
            wouldHoldIf: {
              sv: `Skulle vara ett ${shortCitation(citation)}-beslut om personen inte hade kunnat erbjudas någon sådan åtgärd.`,
              en: `Would be a ${shortCitation(citation)} decision if no such measure could have been offered.`,
            },
          },
        ],
};
