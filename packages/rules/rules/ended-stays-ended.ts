import type { Intervention } from "../engine/decision.ts";
import type { PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * A revision does not change an intervention whose assignment was rejected, failed or completed, because hemvist would
 * ask no provider. A new wish is a new intervention.
 *
 * A revision may leave out an ended intervention, which changes nothing. To bring it back later is a change.
 *
 * The rule is ours. It serves:
 *
 * > Sträva efter kontinuerliga insatser utan avbrott
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export const endedStaysEnded: Rule = {
  id: "ended-stays-ended",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "En insats vars uppdrag är avslutat ändras inte. Det som behövs nu är en ny insats.",
  },
  concerns: "/interventions/*",
  appliesTo: ({ background }) => background.standing !== undefined,
  breaches: ({ interventions, background: { standing } }) =>
    interventions
      .filter(({ interventionId }) => standing?.endedInterventions.has(interventionId))
      .filter((now) => !standing?.decision.interventions.some((before) => asksTheSame(now, before)))
      .map(({ pointer }) => ({
        pointer,
        message: {
          sv: "Insatsens uppdrag är redan avslutat: det har avböjts, avbrutits eller slutförts. Ingen utförare skulle nås av ändringen.",
          en: "The intervention's assignment has already ended: it was rejected, failed or completed. The change would reach no provider.",
        },
        wouldHoldIf: {
          sv: "Det skulle räcka att det som behövs nu angavs som en ny insats med ett nytt `interventionId`. Lämna den avslutade insatsen som den var, eller ta bort den.",
          en: "It would be enough to give what is needed now as a new intervention with a new `interventionId`. Leave the ended one as it was, or leave it out.",
        },
      })),
};

/** The day of decision does not count here: a later revision never moves it, so to write it out asks for nothing. */
function asksTheSame(now: PlacedIntervention, before: Intervention): boolean {
  return (
    now.interventionId === before.interventionId &&
    now.subArea === before.subArea &&
    now.from === before.from &&
    now.to === before.to &&
    now.service === before.service &&
    now.follows === before.follows &&
    now.contact === before.contact
  );
}
