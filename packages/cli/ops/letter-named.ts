import type { Letter } from "@hemvist/adapters";
import type { Step } from "@hemvist/operations";
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

/** What the plan has for it. */
export function stepFor<L extends Letter>(
  id: string,
  { plan, unseen }: { readonly plan: readonly Step<L>[]; readonly unseen: number },
): Step<L> {
  const step = plan.find(({ letter }) => letter.id === id);
  if (step !== undefined) return step;
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
