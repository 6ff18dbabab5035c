import { isBasic } from "../engine/citations/legal-basis.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * A basic decision concerns a person whose work ability is unclear, or who may work only after an investigation or
 * rehabilitation.
 *
 * > Arbetsförmågan är inte klarlagd eller arbete kan bli aktuellt i framtiden men först efter utredning
 * > och/eller social eller medicinsk rehabilitering (t.ex. kan personen behöva längre tid än 3 år)
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const workAbilityUnclearOrLater: Rule = {
  id: "work-ability-unclear-or-later",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Arbetsförmågan är inte klarlagd eller arbete kan bli aktuellt i framtiden men först efter utredning och/eller social eller medicinsk rehabilitering (t.ex. kan personen behöva längre tid än 3 år)",
  },
  concerns: "/assessment/workAbility",
  appliesTo: ({ citation }) => isBasic(citation),
  breaches: ({ assessment: { workAbility, needsInvestigationOrRehabilitation } }) =>
    workAbility === "unclear" || needsInvestigationOrRehabilitation
      ? []
      : [
          {
            pointer: "/assessment/workAbility",
            message: {
              sv: "Arbetsförmågan är klarlagd, och ingen utredning eller rehabilitering behövs först.",
              en: "Work ability is established, and no investigation or rehabilitation is needed first.",
            },
            wouldHoldIf: {
              sv: "Det skulle vara ett grundläggande beslut om arbetsförmågan inte var klarlagd, eller om utredning eller rehabilitering behövdes först.",
              en: "It would be a basic decision if work ability were unclear, or investigation or rehabilitation were needed first.",
            },
          },
        ],
};
