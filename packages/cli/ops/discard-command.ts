import { CannotRun, holding, onRecord, redrivePlan } from "@hemvist/operations";
import type { Command } from "./command.ts";
import { explained } from "./explain.ts";
import { letterNamed, stepFor } from "./letter-named.ts";
import { letterQueues } from "./letter-queues.ts";

const toAct = 60;

/** Ends a dead letter that must not come back. One that could still be taken is never thrown away. */
export const discardCommand: Command = {
  name: "discard",
  usage: "LETTER [--queue QUEUE] --reason WHY [--json]",
  summary: "removes a dead letter that must not come back; never one that could still be taken",
  runbook: "dead-letters",
  options: {
    "--queue": "where it lies, if you know: it is found sooner",
    "--reason": "why, for the journal: an incident's number, nothing about a person",
  },
  takes: 1,
  parse: { queue: { type: "string" }, reason: { type: "string" } },
  async run(given, system) {
    const id = letterNamed(given);
    const queues = letterQueues(given);
    const letters = await system.letters();
    return holding(letters, { queues, seconds: toAct }, async (held) => {
      const plan = await redrivePlan(held.letters, { find: system.cases().find, now: system.now() });
      const step = stepFor(id, { plan, unseen: held.unseen });
      const { queue, decision, verdict, command } = explained(step);
      if (step.send || verdict.kind === "record-unreadable")
        throw new CannotRun(`It can still come back, and is not thrown away: ${command}`);
      await onRecord(system.journal, {
        command: "discard",
        reason: given.text("reason"),
        what: { letter: id, queue, decision, because: verdict.kind },
        now: system.now,
        run: () => letters.remove(step.letter),
        outcomeOf: () => ({ removed: id }),
      });
      return { text: `${id} borttaget / discarded.`, json: { discarded: id }, allWell: true };
    });
  },
};
