import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import { inWords, type Voice } from "../voice/in-words.ts";
import { Refusal } from "../voice/refusal.ts";
import { awaitsText } from "./awaits-text.ts";
import type { Command, Done } from "./command.ts";
import { takesLetter } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";
import { letterTable } from "./letters-text.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";

/** Removes dead letters that must not come back. It never removes one that hemvist could still take. */
export const discardCommand: Command = {
  name: "discard",
  usage: "(LETTER | --unreadable) [--queue QUEUE] (--dry-run | --reason WHY) [--json]",
  summary: {
    sv: "Tar bort ett dödbrev, eller alla som inte går att läsa; aldrig ett som kan tas emot.",
    en: "Removes a dead letter, or all that cannot be read; never one that could still be taken.",
  },
  runbook: "dead-letters",
  takes: { ...takesLetter, syntax: "[letter]" },
  flags: [flags.unreadable, flags.queue, flags.dryRun, flags.reason],
  async run(given, { operate, terminal }) {
    const [letter] = given.args;
    if ((letter === undefined) !== given.has(flags.unreadable)) throw which;
    const queues = letterQueues(given);
    const reason = given.has(flags.dryRun) ? undefined : reasonIn(given.value(flags.reason));
    const answer = await operate.ask(
      "discard",
      { queues, ...(letter === undefined ? {} : { letter }), ...(reason === undefined ? {} : { reason }) },
      answers.discard,
    );
    return discardDone(answer, terminal);
  },
};

const which = new Refusal({
  sv: "Vilket dödbrev? Ange dess id, eller --unreadable för alla som inte går att läsa, en av dem.",
  en: "Which letter? Give its id, or --unreadable for all that cannot be read, one of them.",
});

/** What a discard removed, or would remove. */
export function discardDone(answer: AnswerOf<"discard">, voice: Voice): Done {
  const { letters, discarded, awaits, unseen, notLookedAt } = answer;
  const left = discarded?.notRemoved ?? [];
  const stays = inWords({ sv: "ligger kvar", en: "is still here" }, voice);
  return {
    text: [
      ...(letters.length === 0 ? [] : [letterTable(letters, answer, voice)]),
      ...left.map((id) => `! ${id} ${stays}`),
      ...(unseen > 0
        ? [
            `${unseen} ${inWords({ sv: "till bakom dem: kör igen", en: "more behind them: run it again" }, voice)}`,
          ]
        : []),
      ...notLookedAtLines(notLookedAt, voice),
      awaits === undefined ? sumOf(answer, voice) : awaitsText(awaits, voice),
    ].join("\n"),
    json: {
      dryRun: discarded === undefined && awaits === undefined,
      letters,
      ...discarded,
      ...(awaits === undefined ? {} : { awaits }),
      unseen,
      notLookedAt: notLookedAtJson(notLookedAt),
    },
    allWell: left.length + unseen + notLookedAt.length === 0 && awaits === undefined,
  };
}

const sumOf = ({ letters, discarded }: AnswerOf<"discard">, voice: Voice): string =>
  discarded === undefined
    ? `${letters.length} ${inWords({ sv: "skulle tas bort; inget är gjort (--dry-run).", en: "would be discarded; nothing was done (--dry-run)." }, voice)}`
    : `${discarded.removed.length} ${inWords({ sv: "borttagna", en: "discarded" }, voice)}.`;
