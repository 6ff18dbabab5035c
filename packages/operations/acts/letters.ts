import type { HeldLetter } from "@hemvist/adapters";
import { setAsideFrom } from "../addresses.ts";
import { CannotRun } from "../cannot-run.ts";
import { explained } from "../dead-letters/explain.ts";
import { type Holding, listed } from "../dead-letters/holding.ts";
import type { Step } from "../redrive/redrive-plan.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
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
  return explained(stepFor(asked.letter, { plan, ...rest }));
}

interface Looked extends Pick<Holding, "unseen" | "notLookedAt"> {
  readonly plan: readonly Step<HeldLetter>[];
}

/** What the plan has for it. @throws CannotRun that says where it may be, if it is not among those that AWS showed */
export function stepFor(id: string, { plan, unseen, notLookedAt }: Looked): Step<HeldLetter> {
  const step = plan.find(({ letter }) => letter.id === id);
  if (step !== undefined) return step;
  const missed = notLookedAt.map(({ queue }) => queue).join(", ");
  if (missed !== "")
    throw new CannotRun({
      sv: `Dödbrevet ${id} finns inte bland dem som AWS visade, och AWS visade inte: ${missed}.`,
      en: `No dead letter ${id} is among those that AWS showed, and AWS did not show: ${missed}.`,
    });
  throw new CannotRun(
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
