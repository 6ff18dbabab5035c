import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import { inWords, type Voice } from "../voice/in-words.ts";
import { Refusal } from "../voice/refusal.ts";
import { tableOf } from "../voice/table-text.ts";
import type { Command, Done } from "./command.ts";
import { inParts, type Next } from "./in-parts.ts";
import { lettersText } from "./letters-text.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";

/** Where data of a decision lies beside its record. */
export const placesCommand: Command = {
  name: "places",
  usage: "--decision DECISION --reason WHY [--json]",
  summary: {
    sv: "Var uppgifter ur ett beslut ligger utanför beslutets egen post.",
    en: "Where data of a decision lies beside its own record.",
  },
  runbook: "identity-protected",
  flags: [flags.decision, flags.reason],
  async run(given, { operate, terminal }) {
    const decision = given.value(flags.decision);
    if (decision === undefined)
      throw new Refusal({ sv: "Ange beslutet: --decision.", en: "Which decision? Give --decision." });
    const reason = reasonIn(given.value(flags.reason));
    terminal.progress({ sv: "Läser …", en: "Reading …" });
    const ask = (next: Next) => operate.ask("places", { decision, reason, ...next }, answers.places);
    let found: AnswerOf<"places"> | undefined;
    for await (const part of inParts(operate, ask)) found = part;
    return done(found ?? { handOvers: [], letters: [], unseen: 0, notLookedAt: [] }, terminal);
  },
};

function done(
  { decision, handOvers, letters, unseen, notLookedAt, now }: AnswerOf<"places">,
  voice: Voice,
): Done {
  const say = (sv: string, en: string): string => inWords({ sv, en }, voice);
  return {
    text: [
      decision ?? "",
      "",
      tableOf(
        [
          { sv: "kö", en: "queue" },
          { sv: "uppdrag", en: "assignment" },
          { sv: "skickat", en: "sent" },
          { sv: "besvarat", en: "answered" },
        ],
        handOvers.map(({ queue, assignmentId, sentAt, isAnswered }) => [
          queue,
          assignmentId,
          sentAt,
          isAnswered ? say("ja", "yes") : say("nej", "no"),
        ]),
        voice,
      ),
      "",
      lettersText(letters, { unseen, now }, voice),
      ...notLookedAtLines(notLookedAt, voice),
      say(
        "Återställningskopior av tabellen, förseglade: 35 dagar. Tabellens ström, förseglad: 24 timmar.",
        "Recovery copies of the table, sealed: 35 days. The table's stream, sealed: 24 hours.",
      ),
    ].join("\n"),
    json: { decision, handOvers, letters, unseen, notLookedAt: notLookedAtJson(notLookedAt) },
    allWell:
      letters.length + unseen + notLookedAt.length === 0 && handOvers.every(({ isAnswered }) => isAnswered),
  };
}
