import { isBasic } from "../legal-basis.ts";
import { dateAfter } from "../period.ts";
import { shortCitation } from "../read-citation.ts";
import type { Rule } from "../rule.ts";

/**
 * A 12:4 decision is about somebody expected in work or regular studies within the model's horizon, three
 * years; the same day of the year counts, and 29 February becomes 28 February.
 *
 * > Klienten beräknas komma i arbete/reguljära studier inom en 3 års period
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const withinThreeYears: Rule = {
  id: "within-three-years",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Klienten beräknas komma i arbete/reguljära studier inom en 3 års period",
  },
  concerns: "/assessment/expectedInWorkOrStudiesBy",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ assessment, decidedOn, model, citation }) => {
    const expected = assessment.expectedInWorkOrStudiesBy;
    const latest = dateAfter(decidedOn, model.intervals.horizon);
    if (expected !== undefined && expected <= latest) return [];

    return [
      {
        pointer: "/assessment/expectedInWorkOrStudiesBy",
        message:
          expected === undefined
            ? {
                sv: "Det är inte angivet när klienten beräknas komma i arbete eller reguljära studier.",
                en: "It is not said when the client is expected in work or regular studies.",
              }
            : {
                sv: `Klienten beräknas komma i arbete eller reguljära studier ${expected}, efter ${latest}.`,
                en: `The client is expected in work or regular studies by ${expected}, after ${latest}.`,
              },
        wouldHoldIf: {
          sv: `Skulle vara ett ${shortCitation(citation)}-beslut om det beräknades ske senast ${latest}.`,
          en: `Would be a ${shortCitation(citation)} decision if that were expected by ${latest}.`,
        },
      },
    ];
  },
};
