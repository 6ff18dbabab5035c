import { CannotRun } from "../cannot-run.ts";
import { onRecord } from "../journal/journal.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import { type On, recordOf } from "./act.ts";
import { withoutNumber } from "./without-number.ts";

/**
 * One entry of the access log, opened for the person who checks it. The journal has who asked for it and why. What a
 * party has written itself may hold an identity number: then it is not shown.
 */
export function showAccess(
  { entry, reason }: AskedFor<"audit-show">,
  on: On,
): Promise<AnswerOf<"audit-show">> {
  return onRecord(recordOf(on), {
    command: "audit show",
    reason,
    what: { entry },
    outcomeOf: () => ({ shown: 1 }),
    async run() {
      const access = await on.system.accessAt(entry);
      if (access === undefined)
        throw new CannotRun({
          sv: `Det finns ingen post ${entry} som går att öppna: kör hemvist ops audit verify.`,
          en: `There is no entry ${entry} that opens: run hemvist ops audit verify.`,
        });
      const { asked, purpose, ...rest } = access;
      return {
        ...rest,
        entry,
        asked: withoutNumber(asked),
        ...(purpose === undefined ? {} : { purpose: withoutNumber(purpose) }),
      };
    },
  });
}
