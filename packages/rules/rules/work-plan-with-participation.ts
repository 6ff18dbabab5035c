import type { Citation } from "../engine/citations/citation.ts";
import { isBasic, isBeforeTheActs } from "../engine/citations/legal-basis.ts";
import { shortCitation } from "../engine/citations/read-citation.ts";
import type { Breach, Rule } from "../engine/rule.ts";

/**
 * A 12:4 decision rests on a work plan, established by the day of the decision, that requires participation.
 *
 * > Krav på medverkan utifrån fastställd arbetsplan ska finnas
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const workPlanWithParticipation: Rule = {
  id: "work-plan-with-participation",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote: "Krav på medverkan utifrån fastställd arbetsplan ska finnas",
  },
  concerns: "/workPlan",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ workPlan, decidedOn, citation }) => {
    if (workPlan === undefined) return [noWorkPlan(citation, decidedOn)];

    return [
      ...(workPlan.establishedOn <= decidedOn && !isBeforeTheActs(workPlan.establishedOn)
        ? []
        : [notEstablishedByThen({ citation, decidedOn, establishedOn: workPlan.establishedOn })]),
      ...(workPlan.participationRequired ? [] : [participationNotRequired(citation)]),
    ];
  },
};

function noWorkPlan(citation: Citation, decidedOn: string): Breach {
  const decision = shortCitation(citation);
  return {
    pointer: "/workPlan",
    message: { sv: "Det finns ingen arbetsplan.", en: "There is no work plan." },
    wouldHoldIf: {
      sv: `Det skulle vara ett ${decision}-beslut om en arbetsplan med krav på medverkan hade fastställts senast ${decidedOn}.`,
      en: `It would be a ${decision} decision if a work plan that requires participation had been established by ${decidedOn}.`,
    },
  };
}

interface Days {
  readonly citation: Citation;
  readonly decidedOn: string;
  readonly establishedOn: string;
}

function notEstablishedByThen({ citation, decidedOn, establishedOn }: Days): Breach {
  const decision = shortCitation(citation);
  return {
    pointer: "/workPlan/establishedOn",
    message:
      establishedOn <= decidedOn
        ? {
            sv: `Arbetsplanen kan inte ha fastställts ${establishedOn}.`,
            en: `The work plan cannot have been established on ${establishedOn}.`,
          }
        : {
            sv: `Arbetsplanen fastställdes ${establishedOn}, efter beslutet ${decidedOn}.`,
            en: `The work plan was established on ${establishedOn}, after the decision of ${decidedOn}.`,
          },
    wouldHoldIf: {
      sv: `Det skulle vara ett ${decision}-beslut om arbetsplanen hade fastställts senast ${decidedOn}.`,
      en: `It would be a ${decision} decision if the work plan had been established by ${decidedOn}.`,
    },
  };
}

function participationNotRequired(citation: Citation): Breach {
  const decision = shortCitation(citation);
  return {
    pointer: "/workPlan/participationRequired",
    message: {
      sv: "Arbetsplanen ställer inte krav på medverkan.",
      en: "The work plan does not require participation.",
    },
    wouldHoldIf: {
      sv: `Det skulle vara ett ${decision}-beslut om arbetsplanen ställde krav på medverkan.`,
      en: `It would be a ${decision} decision if the work plan required participation.`,
    },
  };
}
