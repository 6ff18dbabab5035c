import { answers } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import type { Command } from "./command.ts";
import { letterQueues } from "./letter-queues.ts";
import { lettersText } from "./letters-text.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";

/** Lists the dead letters. SQS must hand them out to show them, so each is held for a moment and released. */
export const deadLettersCommand: Command = {
  name: "dead-letters",
  usage: "[--queue QUEUE] [--json]",
  summary: {
    sv: "Vad som lagts undan, och vad som skulle hända med det nu.",
    en: "What was set aside, and what would come of it now.",
  },
  runbook: "dead-letters",
  flags: [flags.queue],
  async run(given, { operate, terminal }) {
    const queues = letterQueues(given);
    terminal.progress({ sv: "Läser dödbreven …", en: "Looking at the dead letters …" });
    const { letters, unseen, notLookedAt, now } = await operate.ask(
      "dead-letters",
      { queues },
      answers["dead-letters"],
    );
    return {
      text: [
        lettersText(letters, { unseen, now }, terminal),
        ...notLookedAtLines(notLookedAt, terminal),
      ].join("\n"),
      json: { now, letters, unseen, notLookedAt: notLookedAtJson(notLookedAt) },
      allWell: letters.length + unseen + notLookedAt.length === 0,
    };
  },
};
