import type { HeldLetter } from "@hemvist/adapters";
import { setAsideFrom } from "../addresses.ts";
import { CannotRun } from "../cannot-run.ts";
import { explained } from "../dead-letters/explain.ts";
import { type Holding, listed } from "../dead-letters/holding.ts";
import type { Step } from "../redrive/redrive-plan.ts";
import type { System } from "../system.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { letterMeant } from "./letter-meant.ts";
import { planFor } from "./plan-for.ts";
import { notReached } from "./trouble.ts";

/** Ours: an answer holds six megabytes at most, and a letter takes some 1.5 kilobytes of it. */
const mostShown = 2000;

/** The queues that were asked for, or all. @throws CannotRun where one has no dead letters */
export function queuesIn({ queues }: { readonly queues: readonly string[] }): readonly string[] {
  const unknown = queues.find((queue) => !setAsideFrom.includes(queue));
  if (unknown !== undefined)
    throw new CannotRun({
      sv: `Det finns ingen kö ${unknown}: ${setAsideFrom.join(", ")}.`,
      en: `There is no queue ${unknown}: ${setAsideFrom.join(", ")}.`,
    });
  return queues.length === 0 ? setAsideFrom : queues;
}

/** Lists the dead letters. SQS must hand them out to show them, so each is held for a moment and released. */
export async function listLetters(
  asked: AskedFor<"dead-letters">,
  { system }: On,
): Promise<AnswerOf<"dead-letters">> {
  const queues = queuesIn(asked);
  const { letters, unseen, notLookedAt } = await listed(await system.letters(), queues);
  const plan = await planFor(letters, system);
  return {
    letters: plan.slice(0, mostShown).map(explained),
    unseen: unseen + Math.max(0, plan.length - mostShown),
    notLookedAt: notReached(notLookedAt),
    now: system.now,
  };
}

/** Explains one of them. */
export async function explainLetter(
  asked: AskedFor<"explain">,
  { system }: On,
): Promise<AnswerOf<"explain">> {
  const queues = queuesIn(asked);
  const { letters, ...rest } = await listed(await system.letters(), queues);
  const plan = await planFor(letters, system);
  return explained(stepFor(asked.letter, { plan, ...rest }, system));
}

export interface Looked extends Pick<Holding, "unseen" | "notLookedAt"> {
  readonly plan: readonly Step<HeldLetter>[];
}

/** What the plan has for the letter that an operator names. @throws CannotRun */
export function stepFor(
  asked: string,
  { plan, ...looked }: Looked,
  system: Pick<System, "shown">,
): Step<HeldLetter> {
  const id = letterMeant(asked, { ...looked, ids: plan.map(({ letter }) => letter.id) }, system);
  const step = plan.find(({ letter }) => letter.id === id);
  if (step === undefined) throw new Error("a letter has a step");
  return step;
}
