import { answers } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import type { Command } from "./command.ts";
import { letterNamed, takesLetter } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";
import { letterText } from "./letters-text.ts";

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
  async run(given, { operate, terminal }) {
    const asked = { letter: letterNamed(given), queues: letterQueues(given) };
    const explanation = await operate.ask("explain", asked, answers.explain);
    return { text: letterText(explanation, terminal), json: explanation, allWell: true };
  },
};
