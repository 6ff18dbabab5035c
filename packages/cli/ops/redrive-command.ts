import type { HeldLetter } from "@hemvist/adapters";
import {
  holding,
  onRecord,
  type Redriven,
  redrive,
  redrivePlan,
  type Step,
  type System,
} from "@hemvist/operations";
import type { Command, Done, Given } from "./command.ts";
import { explained } from "./explain.ts";
import { letterQueues } from "./letter-queues.ts";
import { redriveText } from "./redrive-text.ts";

const toAct = 300;

/** Sends dead letters back, in order per decision, and never past what is newer. */
export const redriveCommand: Command = {
  name: "redrive",
  usage: "[--queue QUEUE] [--decision DECISION] [--letter ID] (--dry-run | --reason WHY) [--json]",
  summary: "sends dead letters back in order, per decision, never past what is newer",
  runbook: "dead-letters",
  options: {
    "--queue": "only what was set aside from this queue",
    "--decision": "only this decision, such as sf-centrum.SFC-2026-004711",
    "--letter": "only this letter; the ones before it in its decision must be sent first",
    "--dry-run": "says what would be sent and what left, and does nothing",
    "--reason": "why, for the journal: an incident's number, nothing about a person",
  },
  parse: {
    queue: { type: "string" },
    decision: { type: "string" },
    letter: { type: "string" },
    reason: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  async run(given, system) {
    const queues = letterQueues(given);
    const letters = await system.letters();
    return holding(letters, { queues, seconds: toAct }, async (held) => {
      const plan = await redrivePlan(held.letters, { find: system.cases().find, now: system.now() });
      const steps = chosen(plan, given);
      const redriven = given.flag("dry-run") ? undefined : await redriveOnRecord(steps, { given, system });
      return told(steps, redriven, held.unseen);
    });
  },
};

/** A letter that is left out by choice holds back what comes after it in its decision: order is not a choice. */
function chosen(plan: readonly Step<HeldLetter>[], given: Given): readonly Step<HeldLetter>[] {
  const [decision, letter] = [given.text("decision"), given.text("letter")];
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
  { given, system }: { given: Given; system: System },
): Promise<Redriven> {
  const wanted = steps.filter(({ send }) => send);
  if (wanted.length === 0) return { sent: [], notRemoved: [], notSent: [] };
  const ports = { letters: await system.letters(), outlet: await system.outlet(), cases: system.cases() };
  return onRecord(system.journal, {
    command: "redrive",
    reason: given.text("reason"),
    what: {
      letters: wanted.map(({ letter, decision }) => ({ id: letter.id, queue: letter.queue, decision })),
    },
    now: system.now,
    run: () => redrive(steps, ports),
    outcomeOf: (redriven) => ({ ...redriven }),
  });
}

function told(steps: readonly Step<HeldLetter>[], redriven: Redriven | undefined, unseen: number): Done {
  const letters = steps.map((step) => ({ ...explained(step), send: step.send }));
  const isLeft = letters.some(({ send }) => !send) || unseen > 0;
  const hasFailed = redriven !== undefined && redriven.notSent.length + redriven.notRemoved.length > 0;
  return {
    text: redriveText(letters, redriven, unseen),
    json: { dryRun: redriven === undefined, letters, ...redriven, unseen },
    allWell: !isLeft && !hasFailed,
  };
}
