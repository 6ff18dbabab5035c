import { answers, type JournalEntry, reasonIn } from "@hemvist/operations/asking";
import type { CivilDate } from "@hemvist/rules";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import { Refusal } from "../voice/refusal.ts";
import type { Command } from "./command.ts";
import { inParts, type Next } from "./in-parts.ts";
import { actsIn, isCutOff, journalText } from "./journal-text.ts";

/** What operators did, when and why. The journal has each reading of it too. */
export const journalCommand: Command = {
  name: "journal",
  usage: "[--day DAY | --from DAY --to DAY] [--operator NAME] [--act COMMAND] --reason WHY [--json]",
  summary: {
    sv: "Vem i driften som gjorde vad, när och varför, och vad det blev av det.",
    en: "Who in operations did what, when and why, and what came of it.",
  },
  runbook: "operator-access",
  flags: [flags.day, flags.fromDay, flags.toDay, flags.operator, flags.act, flags.reason],
  async run(given, { operate, terminal }) {
    const [operator, command] = [given.value(flags.operator), given.value(flags.act)];
    const which = {
      ...daysOf(given),
      ...(operator === undefined ? {} : { operator }),
      ...(command === undefined ? {} : { command }),
      reason: reasonIn(given.value(flags.reason)),
    };
    terminal.progress({ sv: "Läser journalen …", en: "Reading the journal …" });
    const entries: JournalEntry[] = [];
    let now: string | undefined;
    const ask = (next: Next) => operate.ask("journal", { ...which, ...next }, answers.journal);
    for await (const part of inParts(operate, ask)) {
      entries.push(...part.entries);
      now = part.now;
    }
    const acts = actsIn(entries);
    return {
      text: journalText(acts, { ...terminal, now }),
      json: { acts },
      allWell: !acts.some(isCutOff),
    };
  },
};

/** None if no day is given: then hemvist takes today. */
function daysOf(given: Given): { readonly from?: CivilDate; readonly to?: CivilDate } {
  const day = given.value(flags.day);
  const [from, to] = [given.value(flags.fromDay), given.value(flags.toDay)];
  if (day !== undefined && (from ?? to) !== undefined)
    throw new Refusal({
      sv: "Ange --day, eller --from och --to, inte båda.",
      en: "Give --day, or --from and --to, not both.",
    });
  const [first, last] = [day ?? from ?? to, day ?? to ?? from];
  if (first === undefined || last === undefined) return {};
  if (first > last)
    throw new Refusal({ sv: `${first} kommer efter ${last}.`, en: `${first} is after ${last}.` });
  return { from: first, to: last };
}
