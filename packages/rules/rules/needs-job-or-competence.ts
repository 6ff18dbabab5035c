import { isBasic } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * A 12:4 decision answers a need in the job-focused or the competence-raising area.
 *
 * > Klienten bedöms vara arbetslös på hel- eller deltid och är i behov av aktiviteter inom det
 * > jobbfokuserade och/eller kompetenshöjande området
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const needsJobOrCompetence: Rule = {
  id: "needs-job-or-competence",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Klienten bedöms vara arbetslös på hel- eller deltid och är i behov av aktiviteter inom det jobbfokuserade och/eller kompetenshöjande området",
  },
  concerns: "/interventions",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ interventions, citation }) =>
    interventions.some(({ placement: { area } }) => area === "job" || area === "competence")
      ? []
      : [
          {
            pointer: "/interventions",
            message: {
              sv: "Ingen insats ligger inom det jobbfokuserade eller det kompetenshöjande området.",
              en: "No intervention is in the job-focused or the competence-raising area.",
            },
            wouldHoldIf: {
              sv: `Det skulle vara ett ${shortCitation(citation)}-beslut om minst en insats låg inom ett av de områdena.`,
              en: `It would be a ${shortCitation(citation)} decision if at least one intervention were in one of those areas.`,
            },
          },
        ],
};
