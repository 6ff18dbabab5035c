import { isBasic } from "../legal-basis.ts";
import type { Rule } from "../rule.ts";

/**
 * A basic decision answers a need in the social or the health-related area, or rests on an agreement of SoB
 * on interventions in parallel. Whether that agreement covers them is `parallel-agreed`'s question.
 *
 * > Behov av kompletterande insatser föreligger inom det sociala- och/eller hälsorelaterade området.
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const needsSocialOrHealth: Rule = {
  id: "needs-social-or-health",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Behov av kompletterande insatser föreligger inom det sociala- och/eller hälsorelaterade området.",
  },
  concerns: "/interventions",
  appliesTo: ({ citation }) => isBasic(citation),
  breaches: ({ interventions, parallelAgreement }) =>
    parallelAgreement !== undefined ||
    interventions.some(({ placement: { area } }) => area === "social" || area === "health")
      ? []
      : [
          {
            pointer: "/interventions",
            message: {
              sv: "Ingen insats ligger inom det sociala eller det hälsorelaterade området.",
              en: "No intervention is in the social or the health-related area.",
            },
            wouldHoldIf: {
              sv: "Skulle vara ett grundläggande beslut om minst en insats låg inom ett av de områdena, eller om en överenskommelse från SoB angavs.",
              en: "Would be a basic decision if at least one intervention were in one of those areas, or an agreement of SoB were named.",
            },
          },
        ],
};
