import { answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import { inWords } from "../voice/in-words.ts";
import type { Command } from "./command.ts";
import { letterNamed, takesLetter } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";

/** Removes a dead letter that must not come back. It never removes one that hemvist could still take. */
export const discardCommand: Command = {
  name: "discard",
  usage: "LETTER [--queue QUEUE] --reason WHY [--json]",
  summary: {
    sv: "Tar bort ett dödbrev som inte får komma tillbaka; aldrig ett som kan tas emot.",
    en: "Removes a dead letter that must not come back; never one that could still be taken.",
  },
  runbook: "dead-letters",
  takes: takesLetter,
  flags: [flags.queue, flags.reason],
  async run(given, { operate, terminal }) {
    const letter = letterNamed(given);
    const queues = letterQueues(given);
    const reason = reasonIn(given.value(flags.reason));
    const { discarded } = await operate.ask("discard", { letter, queues, reason }, answers.discard);
    return {
      text: `${discarded} ${inWords({ sv: "borttaget", en: "discarded" }, terminal)}.`,
      json: { discarded },
      allWell: true,
    };
  },
};
