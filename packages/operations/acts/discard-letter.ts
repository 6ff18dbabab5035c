import { CannotRun } from "../cannot-run.ts";
import { explained } from "../dead-letters/explain.ts";
import { holding } from "../dead-letters/holding.ts";
import { onRecord } from "../journal/journal.ts";
import { reasonIn } from "../journal/reason.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import { type On, recordOf } from "./act.ts";
import { queuesIn, stepFor } from "./letters.ts";
import { planFor } from "./plan-for.ts";

const toAct = 60;

/** Removes a dead letter that must not come back. It never removes one that hemvist could still take. */
export async function discardLetter(asked: AskedFor<"discard">, on: On): Promise<AnswerOf<"discard">> {
  const { system } = on;
  const { letter: id } = asked;
  const reason = reasonIn(asked.reason);
  const queues = queuesIn(asked);
  const letters = await system.letters();
  return holding(letters, { queues, seconds: toAct }, async (held) => {
    const plan = await planFor(held.letters, system);
    const step = stepFor(id, { plan, ...held });
    const { queue, decision, verdict, command } = explained(step);
    if (step.send || verdict.kind === "record-unreadable")
      throw new CannotRun({
        sv: `Det kan fortfarande komma tillbaka, så det tas inte bort: ${command}`,
        en: `It can still come back, and is not thrown away: ${command}`,
      });
    await onRecord(recordOf(on), {
      command: "discard",
      reason,
      what: { letter: id, queue, decision, because: verdict.kind },
      run: () => letters.remove(step.letter),
      outcomeOf: () => ({ removed: id }),
    });
    return { discarded: id };
  });
}
