import type { HeldLetter } from "@hemvist/adapters";
import type { Holding, Step } from "@hemvist/operations";
import type { Given, Takes } from "../voice/command-line.ts";
import { Refusal } from "../voice/refusal.ts";

/** The one letter that a command is about. */
export const takesLetter: Takes = {
  syntax: "<letter>",
  says: {
    sv: "dödbrevets id, ur hemvist ops dead-letters",
    en: "the letter's id, as hemvist ops dead-letters lists it",
  },
  asksFor: {
    sv: "Ange vilket dödbrev: hemvist ops dead-letters listar deras id.",
    en: "Which letter? hemvist ops dead-letters lists their ids.",
  },
};

export const letterNamed = ({ args }: Given): string => args[0] ?? "";

interface Looked extends Pick<Holding, "unseen" | "notLookedAt"> {
  readonly plan: readonly Step<HeldLetter>[];
}

/** What the plan has for it. @throws Refusal that says where it may be, if it is not among those that AWS showed */
export function stepFor(id: string, { plan, unseen, notLookedAt }: Looked): Step<HeldLetter> {
  const step = plan.find(({ letter }) => letter.id === id);
  if (step !== undefined) return step;
  const missed = notLookedAt.map(({ queue }) => queue).join(", ");
  if (missed !== "")
    throw new Refusal({
      sv: `Dödbrevet ${id} finns inte bland dem som AWS visade, och AWS visade inte: ${missed}.`,
      en: `No dead letter ${id} is among those that AWS showed, and AWS did not show: ${missed}.`,
    });
  throw new Refusal(
    unseen === 0
      ? {
          sv: `Inget dödbrev ${id} syns: en annan läsare kan hålla det i några minuter.`,
          en: `No dead letter ${id} is to be seen: another reader may hold it for a few minutes.`,
        }
      : {
          sv: `Dödbrevet ${id} finns inte bland de främsta, och ${unseen} ligger bakom dem: skicka eller ta bort de främsta först.`,
          en: `No dead letter ${id} is among those in front, and ${unseen} lie behind them: redrive or discard those in front first.`,
        },
  );
}
