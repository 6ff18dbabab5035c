import type { HeldLetter } from "@hemvist/adapters";
import { explained } from "../dead-letters/explain.ts";
import { holding } from "../dead-letters/holding.ts";
import { onRecord } from "../journal/journal.ts";
import { reasonIn } from "../journal/reason.ts";
import { type Redriven, redrive } from "../redrive/redrive.ts";
import type { Step } from "../redrive/redrive-plan.ts";
import type { System } from "../system.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import { approvedIn, awaitsSecond, mayDo, type On, recordOf } from "./act.ts";
import { isMeant } from "./is-meant.ts";
import { queuesIn, stepFor } from "./letters.ts";
import { planFor } from "./plan-for.ts";
import { notReached, refusedIn } from "./trouble.ts";

const toAct = 300;

/** Ours: a call handles no more letters, so it ends within a minute or two. */
const mostAtOnce = 1000;

/** Sends dead letters again, in order per decision, never after something newer. */
export async function redriveLetters(asked: AskedFor<"redrive">, on: On): Promise<AnswerOf<"redrive">> {
  const { system } = on;
  const reason = asked.reason === undefined ? undefined : reasonIn(asked.reason);
  const queues = queuesIn(asked);
  const letters = await system.letters();
  return holding(letters, { queues, seconds: toAct }, async (held) => {
    const plan = await planFor(held.letters, system);
    const letter =
      asked.letter === undefined
        ? {}
        : { letter: stepFor(asked.letter, { ...held, plan }, system).letter.id };
    const meant = { ...asked, ...letter };
    const all = approved(chosen(plan, meant, system), on);
    const steps = all.slice(0, mostAtOnce);
    const done = reason === undefined ? {} : await redriveOrWait(steps, { ...meant, reason }, on);
    return {
      letters: steps.map((step) => ({ ...explained(step), send: step.send })),
      ...done,
      refused: refusedIn(system.refused()),
      unseen: held.unseen + all.length - steps.length,
      notLookedAt: notReached(held.notLookedAt),
    };
  });
}

/** A letter that the operator leaves out holds back the later ones of its decision: the order is not a choice. */
function chosen(
  plan: readonly Step<HeldLetter>[],
  { decision, letter }: Pick<AskedFor<"redrive">, "decision" | "letter">,
  system: Pick<System, "shown">,
): readonly Step<HeldLetter>[] {
  return inOrder(
    plan,
    (step) =>
      (decision === undefined || isMeant(decision, step.decision, system)) &&
      (letter === undefined || letter === step.letter.id),
  );
}

/** Only what was approved: a letter that came later is left. */
const approved = (
  plan: readonly Step<HeldLetter>[],
  { approval, system }: On,
): readonly Step<HeldLetter>[] =>
  approval === undefined ? plan : inOrder(plan, ({ letter }) => approval.items.has(system.shown(letter.id)));

function inOrder(
  plan: readonly Step<HeldLetter>[],
  isChosen: (step: Step<HeldLetter>) => boolean,
): readonly Step<HeldLetter>[] {
  const held = new Set<string>();
  return plan.flatMap((step) => {
    const line = `${step.letter.queue} ${step.decision ?? step.letter.id}`;
    const isWanted = isChosen(step);
    if (!isWanted && step.send) held.add(line);
    if (!isWanted) return [];
    if (!held.has(line)) return [step];
    const verdict = { kind: "waits", for: "the letters before it in its decision" } as const;
    return [{ ...step, verdict, send: false }];
  });
}

/** Sends the letters, or has them wait for a second person if they are many. */
async function redriveOrWait(
  steps: readonly Step<HeldLetter>[],
  asked: AskedFor<"redrive"> & { readonly reason: string },
  on: On,
): Promise<Pick<AnswerOf<"redrive">, "redriven" | "awaits">> {
  const items = steps.filter(({ send }) => send).map(({ letter }) => letter.id);
  const { reason } = asked;
  const act = { command: "redrive", reason, asked, items } as const;
  if (await mayDo(on, act)) return { redriven: await redriveOnRecord(steps, reason, on) };
  return { awaits: await awaitsSecond(on, act) };
}

async function redriveOnRecord(
  steps: readonly Step<HeldLetter>[],
  reason: string,
  on: On,
): Promise<Redriven> {
  const { system } = on;
  const wanted = steps.filter(({ send }) => send);
  if (wanted.length === 0) return { sent: [], notRemoved: [], notSent: [] };
  const ports = { letters: await system.letters(), outlet: await system.outlet(), cases: system.cases() };
  return onRecord(recordOf(on), {
    command: "redrive",
    reason,
    what: {
      ...approvedIn(on),
      letters: wanted.map(({ letter, decision }) => ({ id: letter.id, queue: letter.queue, decision })),
    },
    run: () => redrive(steps, ports),
    outcomeOf: (redriven) => ({ ...redriven }),
  });
}
