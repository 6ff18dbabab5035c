import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import type { Bilingual } from "@hemvist/rules";
import { flags } from "../../flags.ts";
import { inWords, type Voice } from "../../voice/in-words.ts";
import type { Command } from "../command.ts";

/** Shows whom an access was about as a pseudonym only. The journal has each run. */
export const showCommand: Command = {
  name: "show",
  usage: "ENTRY --reason WHY [--json]",
  summary: {
    sv: "Visar en post i åtkomstloggen: vem, vad, när, varför och för vem som pseudonym.",
    en: "Shows an entry of the access log: who, what, when, why, and for whom as a pseudonym.",
  },
  runbook: "access-log",
  takes: {
    syntax: "<entry>",
    says: {
      sv: "posten, som sf-centrum/3/2026-11-02/42",
      en: "the entry, such as sf-centrum/3/2026-11-02/42",
    },
    asksFor: {
      sv: "Vilken post? Ange den, som sf-centrum/3/2026-11-02/42.",
      en: "Which entry? Give it, such as sf-centrum/3/2026-11-02/42.",
    },
  },
  flags: [flags.reason],
  async run({ args: [entry = ""], value }, { operate, terminal }) {
    const reason = reasonIn(value(flags.reason));
    const access = await operate.ask("audit-show", { entry, reason }, answers["audit-show"]);
    return { text: accessText(access, terminal), json: access, allWell: true };
  },
};

function accessText(access: AnswerOf<"audit-show">, voice: Voice): string {
  const { at, party, operator, act, asked, purpose, persons, protectedPersons, shown } = access;
  const lines: readonly (readonly [Bilingual, string | undefined])[] = [
    [{ sv: "när", en: "when" }, at],
    [{ sv: "vem", en: "who" }, operator === undefined ? party : `${party}: ${operator}`],
    [{ sv: "vad", en: "what" }, `${act}: ${asked}`],
    [{ sv: "varför", en: "why" }, purpose],
    [{ sv: "för vem", en: "for whom" }, persons.length === 0 ? "-" : persons.join(", ")],
    [
      { sv: "skyddade", en: "protected" },
      protectedPersons.length === 0 ? undefined : protectedPersons.join(", "),
    ],
    [{ sv: "visade", en: "shown" }, String(shown)],
  ];
  return lines
    .flatMap(([name, text]) => (text === undefined ? [] : [`${inWords(name, voice)}: ${text}`]))
    .join("\n");
}
