import type { Letter } from "@hemvist/adapters";
import { CannotRun } from "./cannot-run.ts";
import type { Given } from "./command.ts";
import type { Step } from "./redrive-plan.ts";

/** The id of the one letter that a command is about. */
export function letterNamed(given: Given): string {
  const [id] = given.positionals;
  if (id === undefined) throw new CannotRun("Which letter? hemvist ops dead-letters has their ids.");
  return id;
}

/** What the plan has for it. */
export function stepFor<L extends Letter>(id: string, plan: readonly Step<L>[]): Step<L> {
  const step = plan.find(({ letter }) => letter.id === id);
  if (step === undefined)
    throw new CannotRun(
      `No dead letter ${id} is to be seen: it may be in somebody's hands for a few minutes.`,
    );
  return step;
}
