import type { Decision } from "@hemvist/rules";
import { daysFrom } from "./days.ts";
import { anIntervention, subAreas } from "./made-up-decisions.ts";
import type { Life } from "./made-up-years.ts";

/** What a revision changes: interventions added, taken back, given again, made longer or shorter, or of another kind. */
export function changed(life: Life): Partial<Decision> {
  const { decision, dice, today, known, takenBack } = life;
  const { interventions } = decision;
  const target = dice.oneOf(interventions);
  const isOpen = known.get(target.interventionId)?.status !== "ended";
  const instead = (changes: object): Partial<Decision> => ({
    interventions: interventions.map((each) => (each === target ? { ...each, ...changes } : each)),
  });
  switch (dice.upTo(4)) {
    case 0: {
      const added = anIntervention(String(1 + known.size), daysFrom(today, 3), dice);
      const own = dice.chance(0.4)
        ? { decidedOn: notBefore(firstDay(life), daysFrom(today, -dice.upTo(60))) }
        : {};
      return { interventions: [...interventions, { ...added, ...own }] };
    }
    case 1:
      if (interventions.length < 2) return {};
      // What has ended may be left out, and is not given again.
      if (isOpen) takenBack.push(target);
      return { interventions: interventions.filter((each) => each !== target) };
    case 2: {
      const again = takenBack.pop();
      return again === undefined ? {} : { interventions: [...interventions, again] };
    }
    case 3: {
      const to = daysFrom(today, dice.upTo(200));
      return isOpen && to >= target.from ? instead({ to }) : {};
    }
    default: {
      const subArea = dice.oneOf(subAreas);
      return isOpen ? instead({ subArea }) : {};
    }
  }
}

/** The day of the first revision: nothing of a decision was decided before it. */
export const firstDay = ({ heard, decision }: Life): string =>
  heard[0]?.decision?.decidedOn ?? decision.decidedOn;

export const notBefore = (first: string, day: string): string => (day < first ? first : day);
