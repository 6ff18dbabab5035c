import { overlap } from "../engine/calendar/period.ts";
import { isBasic } from "../engine/citations/legal-basis.ts";
import type { PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * Arbvux's health interventions complement job-focused and competence-raising ones. So one of those runs beside each,
 * for at least a day.
 *
 * > Arbvux ansvar för hälsoinsatser som kompletterande delar till jobbfokuserade- och kompetenshöjande
 * > insatser (jmf 12 kap. 4 § SoL)
 * > Anvisning styrmodell, Ansvar för styrning
 */
export const healthComplements: Rule = {
  id: "health-complements",
  severity: "must",
  source: {
    document: "Anvisning styrmodell, Ansvar för styrning",
    quote:
      "Arbvux ansvar för hälsoinsatser som kompletterande delar till jobbfokuserade- och kompetenshöjande insatser (jmf 12 kap. 4 § SoL)",
  },
  concerns: "/interventions/*",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ interventions }) =>
    interventions
      .filter((intervention) => isArbvuxHealth(intervention) && !hasCompanion(intervention, interventions))
      .map(({ pointer, from, to }) => ({
        pointer,
        message: {
          sv: "Arbvux hälsoinsats kompletterar ingen jobbfokuserad eller kompetenshöjande insats.",
          en: "Arbvux's health intervention complements no job-focused or competence-raising one.",
        },
        wouldHoldIf: {
          sv: `Det skulle räcka att en sådan insats pågick minst en dag under tiden ${from} till ${to}.`,
          en: `It would be enough for such an intervention to go on for at least one day from ${from} to ${to}.`,
        },
      })),
};

function isArbvuxHealth({ placement }: PlacedIntervention): boolean {
  return placement.area === "health" && placement.carriedOutBy === "arbvux";
}

function hasCompanion(health: PlacedIntervention, interventions: readonly PlacedIntervention[]): boolean {
  return interventions.some(
    (other) =>
      (other.placement.area === "job" || other.placement.area === "competence") && overlap(health, other),
  );
}
