import type { HeldLetter } from "@hemvist/adapters";
import {
  type Holding,
  holding,
  onRecord,
  type Redriven,
  reasonIn,
  redrive,
  type Step,
  type System,
} from "@hemvist/operations";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import type { Voice } from "../voice/in-words.ts";
import type { Command, Done } from "./command.ts";
import { explained } from "./explain.ts";
import { letterQueues } from "./letter-queues.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";
import { planFor } from "./plan-for.ts";
import { redriveText } from "./redrive-text.ts";

const toAct = 300;

/** Sends dead letters again, in order per decision, never after something newer. */
export const redriveCommand: Command = {
  name: "redrive",
  usage: "[--queue QUEUE] [--decision DECISION] [--letter ID] (--dry-run | --reason WHY) [--json]",
  summary: {
    sv: "Skickar dödbrev igen i ordning, per beslut, aldrig förbi något nyare.",
    en: "Sends dead letters back in order, per decision, never past what is newer.",
  },
  runbook: "dead-letters",
  flags: [flags.queue, flags.decision, flags.letter, flags.dryRun, flags.reason],
  async run(given, { system, terminal }) {
    const queues = letterQueues(given);
    const reason = given.has(flags.dryRun) ? undefined : reasonIn(given.value(flags.reason));
    const letters = await system.letters();
    return holding(letters, { queues, seconds: toAct }, async (held) => {
      const plan = await planFor(held.letters, system);
      const steps = chosen(plan, given);
      const redriven = reason === undefined ? undefined : await redriveOnRecord(steps, { reason, system });
      return doneWith(steps, { redriven, held, voice: terminal });
    });
  },
};

/** A letter that the operator leaves out holds back the later ones of its decision: the order is not a choice. */
function chosen(plan: readonly Step<HeldLetter>[], given: Given): readonly Step<HeldLetter>[] {
  const [decision, letter] = [given.value(flags.decision), given.value(flags.letter)];
  const held = new Set<string>();
  return plan.flatMap((step) => {
    const line = `${step.letter.queue} ${step.decision ?? step.letter.id}`;
    const isWanted =
      (decision === undefined || step.decision === decision) &&
      (letter === undefined || step.letter.id === letter);
    if (!isWanted && step.send) held.add(line);
    if (!isWanted) return [];
    if (!held.has(line)) return [step];
    const verdict = { kind: "waits", for: "the letters before it in its decision" } as const;
    return [{ ...step, verdict, send: false }];
  });
}

async function redriveOnRecord(
  steps: readonly Step<HeldLetter>[],
  { reason, system }: { reason: string; system: System },
): Promise<Redriven> {
  const wanted = steps.filter(({ send }) => send);
  if (wanted.length === 0) return { sent: [], notRemoved: [], notSent: [] };
  const ports = { letters: await system.letters(), outlet: await system.outlet(), cases: system.cases() };
  return onRecord(system.journal, {
    command: "redrive",
    reason,
    what: {
      letters: wanted.map(({ letter, decision }) => ({ id: letter.id, queue: letter.queue, decision })),
    },
    now: system.now,
    run: () => redrive(steps, ports),
    outcomeOf: (redriven) => ({ ...redriven }),
  });
}

interface Outcome {
  readonly redriven: Redriven | undefined;
  readonly held: Holding;
  readonly voice: Voice;
}

function doneWith(steps: readonly Step<HeldLetter>[], { redriven, held, voice }: Outcome): Done {
  const { unseen, notLookedAt } = held;
  const letters = steps.map((step) => ({ ...explained(step), send: step.send }));
  const isLeft = letters.some(({ send }) => !send) || unseen + notLookedAt.length > 0;
  const hasFailed = redriven !== undefined && redriven.notSent.length + redriven.notRemoved.length > 0;
  return {
    text: [redriveText(letters, { redriven, unseen, voice }), ...notLookedAtLines(notLookedAt, voice)].join(
      "\n",
    ),
    json: {
      dryRun: redriven === undefined,
      letters,
      ...redriven,
      unseen,
      notLookedAt: notLookedAtJson(notLookedAt),
    },
    allWell: !isLeft && !hasFailed,
  };
}
