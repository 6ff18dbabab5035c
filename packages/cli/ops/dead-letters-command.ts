import { listed } from "@hemvist/operations";
import { flags } from "../flags.ts";
import type { Command } from "./command.ts";
import { explained } from "./explain.ts";
import { letterQueues } from "./letter-queues.ts";
import { lettersText } from "./letters-text.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";
import { planFor } from "./plan-for.ts";

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
  async run(given, { system, terminal }) {
    const queues = letterQueues(given);
    const { letters, unseen, notLookedAt } = await listed(await system.letters(), queues);
    const plan = await planFor(letters, system);
    const all = plan.map(explained);
    return {
      text: [lettersText(all, unseen, terminal), ...notLookedAtLines(notLookedAt, terminal)].join("\n"),
      json: { letters: all, unseen, notLookedAt: notLookedAtJson(notLookedAt) },
      allWell: all.length + unseen + notLookedAt.length === 0,
    };
  },
};
