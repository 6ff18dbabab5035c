import type { HeldLetter } from "@hemvist/adapters";
import { CannotRun } from "../cannot-run.ts";
import { explained } from "../dead-letters/explain.ts";
import { holding } from "../dead-letters/holding.ts";
import { isForGood } from "../dead-letters/verdict.ts";
import { onRecord } from "../journal/journal.ts";
import { reasonIn } from "../journal/reason.ts";
import type { Step } from "../redrive/redrive-plan.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import { approvedIn, awaitsSecond, mayDo, type On, recordOf } from "./act.ts";
import { type Looked, queuesIn, stepFor } from "./letters.ts";
import { planFor } from "./plan-for.ts";
import { notReached } from "./trouble.ts";

const toAct = 300;

/** Ours: a call handles no more letters, so it ends within a minute or two. */
const mostAtOnce = 1000;

/**
 * Removes dead letters that must not come back: one, or all that hemvist cannot read. It never removes one that hemvist
 * could still take.
 */
export async function discardLetters(asked: AskedFor<"discard">, on: On): Promise<AnswerOf<"discard">> {
  const { system } = on;
  const reason = asked.reason === undefined ? undefined : reasonIn(asked.reason);
  const queues = queuesIn(asked);
  return holding(await system.letters(), { queues, seconds: toAct }, async (held) => {
    const all = approved(chosen(asked, { ...held, plan: await planFor(held.letters, system) }, on), on);
    const steps = all.slice(0, mostAtOnce);
    const done = reason === undefined ? {} : await discardOrWait(steps, { ...asked, reason }, on);
    return {
      letters: steps.map(explained),
      ...done,
      ...(asked.letter === undefined
        ? {
            unseen: held.unseen + all.length - steps.length,
            notLookedAt: notReached(held.notLookedAt),
          }
        : { unseen: 0, notLookedAt: [] }),
      now: system.now,
    };
  });
}

function chosen(asked: AskedFor<"discard">, looked: Looked, { system }: On): readonly Step<HeldLetter>[] {
  if (asked.letter === undefined) return looked.plan.filter(({ verdict }) => isForGood(verdict));
  const step = stepFor(asked.letter, looked, system);
  const { verdict, command } = explained(step);
  if (step.send || verdict.kind === "record-unreadable")
    throw new CannotRun({
      sv: `Det kan fortfarande komma tillbaka, så det tas inte bort: ${command}`,
      en: `It can still come back, and is not thrown away: ${command}`,
    });
  return [step];
}

/** Only what was approved: a letter that came later is left. */
const approved = (
  steps: readonly Step<HeldLetter>[],
  { approval, system }: On,
): readonly Step<HeldLetter>[] =>
  steps.filter(({ letter }) => approval?.items.has(system.shown(letter.id)) ?? true);

/**
 * Removes the letters, or has them wait for a second person: if they are many, or if one is a record. What a record was
 * to send is not known, so one person alone does not say that it came by another way.
 */
async function discardOrWait(
  steps: readonly Step<HeldLetter>[],
  asked: AskedFor<"discard"> & { readonly reason: string },
  on: On,
): Promise<Pick<AnswerOf<"discard">, "discarded" | "awaits">> {
  const { reason } = asked;
  const act = { command: "discard", reason, asked, items: steps.map(({ letter }) => letter.id) } as const;
  const most = steps.some(({ content }) => content.is === "record") ? 0 : on.system.mostAlone;
  if (await mayDo(on, act, most)) return { discarded: await discardOnRecord(steps, reason, on) };
  return { awaits: await awaitsSecond(on, act, most) };
}

async function discardOnRecord(
  steps: readonly Step<HeldLetter>[],
  reason: string,
  on: On,
): Promise<{ readonly removed: readonly string[]; readonly notRemoved: readonly string[] }> {
  if (steps.length === 0) return { removed: [], notRemoved: [] };
  const letters = await on.system.letters();
  return onRecord(recordOf(on), {
    command: "discard",
    reason,
    what: {
      ...approvedIn(on),
      letters: steps.map(({ letter, decision, verdict }) => ({
        id: letter.id,
        queue: letter.queue,
        decision,
        because: verdict.kind,
      })),
    },
    async run() {
      const removed: string[] = [];
      const notRemoved: string[] = [];
      for (const { letter } of steps)
        await letters.remove(letter).then(
          () => removed.push(letter.id),
          () => notRemoved.push(letter.id),
        );
      return { removed, notRemoved };
    },
    outcomeOf: (done) => ({ ...done }),
  });
}
