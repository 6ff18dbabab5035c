import { agreementInForce } from "../engine/agreement.ts";
import { isBasic } from "../engine/citations/legal-basis.ts";
import type { Facts, Rule } from "../engine/rule.ts";

/**
 * A basic decision answers a need in the social or the health-related area, or rests on an agreement of SoB that covers
 * one of its interventions. `parallel-agreed` checks that the agreement covers the others.
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
  breaches: (facts) =>
    isSocialOrHealth(facts) || isAgreed(facts)
      ? []
      : [
          {
            pointer: "/interventions",
            message: {
              sv: "Ingen insats ligger inom det sociala eller det hälsorelaterade området.",
              en: "No intervention is in the social or the health-related area.",
            },
            wouldHoldIf: {
              sv: "Det skulle vara ett grundläggande beslut om minst en insats låg inom ett av de områdena, eller om en överenskommelse i SoB angavs som omfattar en av insatserna.",
              en: "It would be a basic decision if at least one intervention were in one of those areas, or if an agreement of SoB were named that covers one of them.",
            },
          },
        ],
};

const isSocialOrHealth = ({ interventions }: Facts): boolean =>
  interventions.some(({ placement: { area } }) => area === "social" || area === "health");

const isAgreed = (facts: Facts): boolean =>
  facts.interventions.some(({ subArea }) => agreementInForce(facts)?.subAreas.includes(subArea));
