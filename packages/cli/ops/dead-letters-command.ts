import { listed, redrivePlan } from "@hemvist/operations";
import type { Command } from "./command.ts";
import { explained } from "./explain.ts";
import { letterQueues } from "./letter-queues.ts";
import { lettersText } from "./letters-text.ts";

/** Lists what was set aside. Read-only in effect: each letter is held for a moment and let go. */
export const deadLettersCommand: Command = {
  name: "dead-letters",
  usage: "[--queue QUEUE] [--json]",
  summary: "what was set aside, and what would come of it now",
  runbook: "dead-letters",
  options: { "--queue": "only what was set aside from this queue, such as decisions-sf-centrum" },
  parse: { queue: { type: "string" } },
  async run(given, system) {
    const queues = letterQueues(given);
    const { letters, unseen } = await listed(await system.letters(), queues);
    const plan = await redrivePlan(letters, { find: system.cases().find, now: system.now() });
    const all = plan.map(explained);
    return {
      text: lettersText(all, unseen),
      json: { letters: all, unseen },
      allWell: all.length + unseen === 0,
    };
  },
};
