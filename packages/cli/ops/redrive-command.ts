import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import type { Voice } from "../voice/in-words.ts";
import type { Command, Done } from "./command.ts";
import { letterQueues } from "./letter-queues.ts";
import { noteRefused, notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";
import { redriveText } from "./redrive-text.ts";

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
  async run(given, { operate, terminal }) {
    const queues = letterQueues(given);
    const reason = given.has(flags.dryRun) ? undefined : reasonIn(given.value(flags.reason));
    const [decision, letter] = [given.value(flags.decision), given.value(flags.letter)];
    terminal.progress({ sv: "Läser dödbreven …", en: "Looking at the dead letters …" });
    const answer = await operate.ask(
      "redrive",
      {
        queues,
        ...(decision === undefined ? {} : { decision }),
        ...(letter === undefined ? {} : { letter }),
        ...(reason === undefined ? {} : { reason }),
      },
      answers.redrive,
    );
    noteRefused(answer.refused, terminal);
    return redriveDone(answer, terminal);
  },
};

/** What a redrive did, or would do. */
export function redriveDone(
  { letters, redriven, awaits, unseen, notLookedAt }: AnswerOf<"redrive">,
  voice: Voice,
): Done {
  const isLeft = letters.some(({ send }) => !send) || unseen + notLookedAt.length > 0;
  const hasFailed = redriven !== undefined && redriven.notSent.length + redriven.notRemoved.length > 0;
  return {
    text: [
      redriveText(letters, { redriven, awaits, unseen, voice }),
      ...notLookedAtLines(notLookedAt, voice),
    ].join("\n"),
    json: {
      dryRun: redriven === undefined && awaits === undefined,
      letters,
      ...redriven,
      ...(awaits === undefined ? {} : { awaits }),
      unseen,
      notLookedAt: notLookedAtJson(notLookedAt),
    },
    allWell: !isLeft && !hasFailed && awaits === undefined,
  };
}
