import { isBasic } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * A 12:4 decision concerns a person whom SF has judged unemployed, full or part time.
 *
 * > Klienten bedöms vara arbetslös på hel- eller deltid och är i behov av aktiviteter inom det
 * > jobbfokuserade och/eller kompetenshöjande området
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const unemployed: Rule = {
  id: "unemployed",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Klienten bedöms vara arbetslös på hel- eller deltid och är i behov av aktiviteter inom det jobbfokuserade och/eller kompetenshöjande området",
  },
  concerns: "/assessment/unemployment",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ assessment, citation }) =>
    assessment.unemployment !== "none"
      ? []
      : [
          {
            pointer: "/assessment/unemployment",
            message: {
              sv: "Den enskilde bedöms inte vara arbetslös.",
              en: "The person is not judged to be unemployed.",
            },
            wouldHoldIf: {
              sv: `Det skulle vara ett ${shortCitation(citation)}-beslut om den enskilde bedömdes vara arbetslös på hel- eller deltid.`,
              en: `It would be a ${shortCitation(citation)} decision if the person were judged unemployed, full or part time.`,
            },
          },
        ],
};
