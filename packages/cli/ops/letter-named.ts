import type { Letter } from "@hemvist/adapters";
import { CannotRun, type Step } from "@hemvist/operations";
import type { Given } from "./command.ts";

/** The id of the one letter that a command is about. */
export function letterNamed(given: Given): string {
  const [id] = given.positionals;
  if (id === undefined) throw new CannotRun("Which letter? hemvist ops dead-letters has their ids.");
  return id;
}

/** What the plan has for it. */
export function stepFor<L extends Letter>(
  id: string,
  { plan, unseen }: { readonly plan: readonly Step<L>[]; readonly unseen: number },
): Step<L> {
  const step = plan.find(({ letter }) => letter.id === id);
  if (step !== undefined) return step;
  throw new CannotRun(
    unseen === 0
      ? `No dead letter ${id} is to be seen: it may be in somebody's hands for a few minutes.`
      : `No dead letter ${id} is among those in front, and ${unseen} lie behind them: redrive or discard those in front first.`,
  );
}
