import type { ExplainedLetter } from "@hemvist/operations/asking";
import { inWords, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";

/** One line per letter. */
export function lettersText(letters: readonly ExplainedLetter[], unseen: number, voice: Voice = {}): string {
  if (letters.length === 0) return inWords({ sv: "Inga dödbrev.", en: "No dead letters." }, voice);
  const behind =
    unseen > 0 ? `, ${unseen} ${inWords({ sv: "till bakom dem", en: "more behind them" }, voice)}` : "";
  return [
    tableOf(
      [
        "id",
        { sv: "kö", en: "queue" },
        { sv: "sedan", en: "since" },
        { sv: "beslut", en: "decision" },
        { sv: "skulle", en: "would" },
      ],
      letters.map(({ id, queue, sentAt, decision = "-", verdict }) => [
        id,
        queue,
        sentAt,
        decision,
        verdict.kind,
      ]),
      voice,
    ),
    `${letters.length} ${inWords({ sv: "dödbrev", en: letters.length === 1 ? "dead letter" : "dead letters" }, voice)}${behind}. hemvist ops explain <id>`,
  ].join("\n");
}

/** What one letter is, why it is there, and what to do. */
export function letterText(letter: ExplainedLetter, { language }: Voice = {}): string {
  const { id, queue, sentAt, decision, what, whyHere, whatNow, command } = letter;
  const swedish = [`Vad      ${what.sv}.`, `Varför   ${whyHere.sv}`, `Nu       ${whatNow.sv}`, ""];
  const english = [`What     ${what.en}.`, `Why      ${whyHere.en}`, `Now      ${whatNow.en}`, ""];
  return [
    `${id}  ${queue}  ${sentAt}${decision === undefined ? "" : `  ${decision}`}`,
    "",
    ...(language === "en" ? [] : swedish),
    ...(language === "sv" ? [] : english),
    `  ${command}`,
  ].join("\n");
}
