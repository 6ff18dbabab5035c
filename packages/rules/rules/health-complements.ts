import { isBasic } from "../legal-basis.ts";
import { overlap } from "../period.ts";
import type { PlacedIntervention, Rule } from "../rule.ts";

/**
 * Arbvux's health interventions complement job-focused and competence-raising ones, so each has one of those
 * beside it for at least a day.
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
          sv: "Arbvux hälsoinsats har ingen jobbfokuserad eller kompetenshöjande insats vid sin sida.",
          en: "Arbvux's health intervention has no job-focused or competence-raising one beside it.",
        },
        wouldHoldIf: {
          sv: `Skulle hålla om en sådan insats pågick någon dag från ${from} till ${to}.`,
          en: `Would hold if such an intervention went on for some day from ${from} to ${to}.`,
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
