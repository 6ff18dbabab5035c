import type { CivilDate } from "../engine/decision.ts";
import type { Breach, Facts, PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * An intervention's own day of decision is the decision's day or later, and not after the day of receipt. The law's
 * three months count from it (34 kap. 1 § SoL). A wrong day would report a delay that does not exist, or hide a real
 * one.
 *
 * The rule is ours. It serves:
 *
 * > Om ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § inte har verkställts inom tre månader från dagen för
 * > beslutet, ska socialnämnden rapportera det
 * > SFS 2025:400, 34 kap. 1 §
 */
export const interventionDecidedInOrder: Rule = {
  id: "intervention-decided-in-order",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "En insats beslutas tidigast med beslutet och senast den dag då den tas emot.",
  },
  concerns: "/interventions/*/decidedOn",
  appliesTo: ({ interventions }) => interventions.some(({ decidedOn }) => decidedOn !== undefined),
  breaches: (facts) => {
    const first = decidedFirst(facts);
    return facts.interventions.flatMap((intervention) => [
      ...tooEarly(intervention, first),
      ...tooLate(intervention, facts.receivedOn),
    ]);
  },
};

/** The earliest day of decision in any revision. Unknown for a later revision that is checked without what stands. */
function decidedFirst({ revision, decidedOn, background: { standing } }: Facts): CivilDate | undefined {
  if (standing !== undefined)
    return standing.firstDecidedOn < decidedOn ? standing.firstDecidedOn : decidedOn;
  return revision === 1 ? decidedOn : undefined;
}

function tooEarly(
  { pointer, decidedOn }: PlacedIntervention,
  first: CivilDate | undefined,
): readonly Breach[] {
  if (decidedOn === undefined || first === undefined || decidedOn >= first) return [];

  return [
    {
      pointer: `${pointer}/decidedOn`,
      message: {
        sv: `Insatsen anges vara beslutad ${decidedOn}, men beslutet fattades först ${first}.`,
        en: `The intervention is said to be decided on ${decidedOn}, but the decision was not made until ${first}.`,
      },
      wouldHoldIf: {
        sv: `Det skulle räcka att insatsen var beslutad ${first} eller senare, eller att fältet utelämnades.`,
        en: `It would be enough for it to be decided on ${first} or later, or to leave the field out.`,
      },
    },
  ];
}

function tooLate({ pointer, decidedOn }: PlacedIntervention, receivedOn: CivilDate): readonly Breach[] {
  if (decidedOn === undefined || decidedOn <= receivedOn) return [];

  return [
    {
      pointer: `${pointer}/decidedOn`,
      message: {
        sv: `Insatsen anges vara beslutad ${decidedOn} men togs emot redan ${receivedOn}.`,
        en: `The intervention is said to be decided on ${decidedOn} but was received on ${receivedOn}.`,
      },
      wouldHoldIf: {
        sv: `Det skulle räcka att samma beslut skickades igen ${decidedOn} eller senare, eller att insatsen var beslutad senast ${receivedOn}.`,
        en: `It would be enough to send the same decision again on ${decidedOn} or later, or for the intervention to be decided by ${receivedOn}.`,
      },
    },
  ];
}
