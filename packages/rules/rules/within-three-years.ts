import { dateAfter, isWithin } from "../engine/calendar/period.ts";
import { isBasic } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import type { Bilingual, Rule } from "../engine/rule.ts";

/**
 * A 12:4 decision concerns a person who is expected in work or regular studies within the model's horizon of three
 * years. The same day of the year counts, and 29 February becomes 28 February. A day before the decision does not
 * count.
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
  breaches: ({ assessment: { expectedInWorkOrStudiesBy: expected }, decidedOn, model, citation }) => {
    const latest = dateAfter(decidedOn, model.intervals.horizon);
    if (expected !== undefined && isWithin(expected, { from: decidedOn, to: latest })) return [];

    return [
      {
        pointer: "/assessment/expectedInWorkOrStudiesBy",
        message: expected === undefined ? notSaid : outside({ expected, decidedOn, latest }),
        wouldHoldIf: {
          sv: `Det skulle vara ett ${shortCitation(citation)}-beslut om det beräknades ske tidigast ${decidedOn} och senast ${latest}.`,
          en: `It would be a ${shortCitation(citation)} decision if that were expected on ${decidedOn} or later, and by ${latest}.`,
        },
      },
    ];
  },
};

const notSaid: Bilingual = {
  sv: "Det är inte angivet när den enskilde beräknas komma i arbete eller reguljära studier.",
  en: "It is not said when the person is expected in work or regular studies.",
};

interface Days {
  readonly expected: string;
  readonly decidedOn: string;
  readonly latest: string;
}

function outside({ expected, decidedOn, latest }: Days): Bilingual {
  return expected < decidedOn
    ? {
        sv: `Den enskilde beräknas komma i arbete eller reguljära studier ${expected}, alltså redan före beslutet (${decidedOn}).`,
        en: `The person is expected in work or regular studies by ${expected}, which is before the decision (${decidedOn}).`,
      }
    : {
        sv: `Den enskilde beräknas komma i arbete eller reguljära studier ${expected}, mer än tre år efter beslutet (senast ${latest}).`,
        en: `The person is expected in work or regular studies by ${expected}, more than three years after the decision (${latest} at the latest).`,
      };
}
