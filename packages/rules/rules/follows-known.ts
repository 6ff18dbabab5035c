import type { PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * An intervention follows an existing assignment of the same person. Only then can the same provider go on.
 *
 * > Kontinuitet i personal som arbetar med individen
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 *
 * The text is the same in both cases, because a sender must not learn that another person has the assignment.
 */
export const followsKnown: Rule = {
  id: "follows-known",
  severity: "should",
  source: {
    document: "Anvisning styrmodell, Överenskomna principer för arbetet",
    quote: "Kontinuitet i personal som arbetar med individen",
  },
  concerns: "/interventions/*/follows",
  appliesTo: ({ interventions, background }) =>
    background.followed !== undefined && interventions.some(({ follows }) => follows !== undefined),
  breaches: ({ interventions, background: { followed } }) =>
    interventions
      .filter(({ follows }) => follows !== undefined && followed?.get(follows)?.samePerson !== true)
      .map(unknown),
};

const unknown = ({ pointer }: PlacedIntervention) => ({
  pointer: `${pointer}/follows`,
  message: {
    sv: "Det uppdrag som insatsen anges följa på är inte känt för den enskilde.",
    en: "The assignment that the intervention is said to follow is not known for this person.",
  },
  wouldHoldIf: {
    sv: "Det skulle räcka att `follows` angav ett tidigare uppdrag för den enskilde, eller att fältet utelämnades.",
    en: "It would be enough for `follows` to name an earlier assignment of this person, or to leave the field out.",
  },
});
