import { holding, onRecord, reasonIn } from "@hemvist/operations";
import { flags } from "../flags.ts";
import { inWords } from "../voice/in-words.ts";
import { Refusal } from "../voice/refusal.ts";
import type { Command } from "./command.ts";
import { explained } from "./explain.ts";
import { letterNamed, stepFor, takesLetter } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";
import { planFor } from "./plan-for.ts";

const toAct = 60;

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
  async run(given, { system, terminal }) {
    const id = letterNamed(given);
    const queues = letterQueues(given);
    const reason = reasonIn(given.value(flags.reason));
    const letters = await system.letters();
    return holding(letters, { queues, seconds: toAct }, async (held) => {
      const plan = await planFor(held.letters, system);
      const step = stepFor(id, { plan, ...held });
      const { queue, decision, verdict, command } = explained(step);
      if (step.send || verdict.kind === "record-unreadable")
        throw new Refusal({
          sv: `Det kan fortfarande komma tillbaka, så det tas inte bort: ${command}`,
          en: `It can still come back, and is not thrown away: ${command}`,
        });
      await onRecord(system.journal, {
        command: "discard",
        reason,
        what: { letter: id, queue, decision, because: verdict.kind },
        now: system.now,
        run: () => letters.remove(step.letter),
        outcomeOf: () => ({ removed: id }),
      });
      return {
        text: `${id} ${inWords({ sv: "borttaget", en: "discarded" }, terminal)}.`,
        json: { discarded: id },
        allWell: true,
      };
    });
  },
};
