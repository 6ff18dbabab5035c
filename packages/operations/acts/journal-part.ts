import { civilDateAt } from "@hemvist/rules";
import { readJournal } from "../journal/read-journal.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { inParts } from "./in-parts.ts";

/** Shows what operators did. The operator who reads it is on record too, with a reason. */
export async function journalNext(asked: AskedFor<"journal">, on: On): Promise<AnswerOf<"journal">> {
  const { goOn: _goOn, isStopped: _isStopped, reason, ...which } = asked;
  const today = civilDateAt(on.system.now);
  const days = { from: today, to: today };
  const { answer, goOn } = await inParts(on, asked, {
    command: "journal",
    reason,
    what: which,
    nothing: { entries: [] },
    async part(after, act) {
      const isMeant = (entry: { readonly act: string }): boolean => entry.act !== act;
      const { entries, next } = await readJournal(on.system.journal, {
        ...days,
        ...which,
        after,
        isMeant,
      });
      return { answer: { entries }, sums: { entries: entries.length }, next };
    },
  });
  return { ...answer, now: on.system.now, ...(goOn === undefined ? {} : { goOn }) };
}
