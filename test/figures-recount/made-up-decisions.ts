import type { Administration, Citation, Decision, Intervention, SubAreaCode } from "@hemvist/rules";
import type { Dice } from "../../packages/sandbox/synthetic/dice.ts";
import { aBasicDecision, aDecision, under41, under111, under121 } from "../support/a-decision.ts";
import { daysFrom } from "./days.ts";

interface Wanted {
  readonly ids: { readonly administration: Administration | undefined; readonly decisionId: string };
  readonly decidedOn: string;
  readonly receivedOn: string;
  readonly dice: Dice;
}

export const subAreas: readonly SubAreaCode[] = [
  "social.everyday-life",
  "social.networks",
  "social.motivation",
  "health.substance-use",
  "health.mental-physical",
];

/** One or two interventions, some with a day of decision of their own where the decision was sent late. */
export function basicDecision({ ids, decidedOn, receivedOn, dice }: Wanted): Decision {
  const interventions = Array.from({ length: 1 + dice.upTo(1) }, (_, index) => {
    const own = daysFrom(decidedOn, dice.upTo(20));
    const hasOwn = own <= receivedOn && dice.chance(0.3);
    const intervention = anIntervention(String(index + 1), daysFrom(decidedOn, 5), dice);
    return hasOwn ? { ...intervention, decidedOn: own } : intervention;
  });
  return aBasicDecision({
    ...ids,
    decidedOn,
    validFrom: decidedOn,
    validTo: undefined,
    citation: citationOn(decidedOn, dice),
    interventions,
  });
}

/** Not among those reported. */
export function decisionUnder124({ ids, decidedOn }: Wanted): Decision {
  const { assessment } = aDecision();
  return aDecision({
    ...ids,
    decidedOn,
    validFrom: decidedOn,
    validTo: daysFrom(decidedOn, 400),
    basicDecision: { decisionId: `${ids.decisionId}-B`, decidedOn, citation: under121 },
    assessment: { ...assessment, expectedInWorkOrStudiesBy: daysFrom(decidedOn, 500) },
    employmentServiceConsultation: { heldOn: decidedOn },
    workPlan: {
      workPlanId: `${ids.decisionId}-P`,
      participationRequired: true,
      goal: "work",
      establishedOn: decidedOn,
      nextFollowUpOn: daysFrom(decidedOn, 80),
    },
    interventions: [
      {
        interventionId: "1",
        subArea: "job.coaching",
        from: daysFrom(decidedOn, 5),
        to: daysFrom(decidedOn, 300),
      },
    ],
  });
}

export function citationOn(day: string, dice: Dice): Citation {
  if (day < "2025-07-01") return under41;
  return dice.chance(0.5) ? under121 : under111;
}

export const anIntervention = (interventionId: string, from: string, dice: Dice): Intervention => ({
  interventionId,
  subArea: dice.oneOf(subAreas),
  from,
  to: daysFrom(from, 60 + dice.upTo(500)),
});
