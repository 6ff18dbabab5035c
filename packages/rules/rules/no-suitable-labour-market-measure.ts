import { isBasic } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * A 12:4 decision requires that no suitable labour-market measure could be offered. SF must say so: an empty field is
 * not enough.
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
  sourceIn: {
    "SFS 2001:453": {
      document: "hemvist",
      quote:
        "Även 4 kap. 4 § i den gamla socialtjänstlagen (2001:453) förutsätter att ingen lämplig arbetsmarknadspolitisk åtgärd har kunnat erbjudas.",
    },
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
                  sv: "Den enskilde kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
                  en: "The person can be offered a suitable labour-market measure.",
                }
              : {
                  sv: "Det är inte angivet om den enskilde kan erbjudas en lämplig arbetsmarknadspolitisk åtgärd.",
                  en: "It is not said whether the person can be offered a suitable labour-market measure.",
                },
            wouldHoldIf: {
              sv: `Det skulle vara ett ${shortCitation(citation)}-beslut om den enskilde inte hade kunnat erbjudas någon sådan åtgärd.`,
              en: `It would be a ${shortCitation(citation)} decision if no such measure could have been offered.`,
            },
          },
        ],
};
