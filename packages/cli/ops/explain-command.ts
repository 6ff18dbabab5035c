import { listed, redrivePlan } from "@hemvist/operations";
import type { Command } from "./command.ts";
import { explained } from "./explain.ts";
import { letterNamed, stepFor } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";
import { letterText } from "./letters-text.ts";

export const explainCommand: Command = {
  name: "explain",
  usage: "LETTER [--queue QUEUE] [--json]",
  summary: "one dead letter: what it is, why it is here, and the command that brings it back",
  runbook: "dead-letters",
  options: { "--queue": "where it lies, if you know: it is found sooner" },
  takes: 1,
  parse: { queue: { type: "string" } },
  async run(given, system) {
    const id = letterNamed(given);
    const queues = letterQueues(given);
    const { letters, unseen } = await listed(await system.letters(), queues);
    const plan = await redrivePlan(letters, { find: system.cases().find, now: system.now() });
    const step = stepFor(id, { plan, unseen });
    const explanation = explained(step);
    return { text: letterText(explanation), json: explanation, allWell: true };
  },
};
