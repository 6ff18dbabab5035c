import { listed } from "@hemvist/operations";
import { flags } from "../flags.ts";
import type { Command } from "./command.ts";
import { explained } from "./explain.ts";
import { letterNamed, stepFor, takesLetter } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";
import { letterText } from "./letters-text.ts";
import { planFor } from "./plan-for.ts";

export const explainCommand: Command = {
  name: "explain",
  usage: "LETTER [--queue QUEUE] [--json]",
  summary: {
    sv: "Ett dödbrev: vad det är, varför det ligger här, och kommandot som skickar eller tar bort det.",
    en: "One dead letter: what it is, why it is here, and the command that brings it back or ends it.",
  },
  runbook: "dead-letters",
  takes: takesLetter,
  flags: [flags.queue],
  async run(given, { system, terminal }) {
    const id = letterNamed(given);
    const queues = letterQueues(given);
    const { letters, ...rest } = await listed(await system.letters(), queues);
    const plan = await planFor(letters, system);
    const explanation = explained(stepFor(id, { plan, ...rest }));
    return { text: letterText(explanation, terminal), json: explanation, allWell: true };
  },
};
