import type { ExplainedLetter } from "@hemvist/operations/asking";
import { inWords, named, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";
import { ageSince } from "./age.ts";

/** What was seen of the letters, and when. */
interface Seen {
  readonly unseen: number;
  readonly now?: string | undefined;
}

/** One line per letter: what it is, why it is dead, for how long, and what would come of it. */
export function lettersText(
  letters: readonly ExplainedLetter[],
  { unseen, now }: Seen,
  voice: Voice = {},
): string {
  if (letters.length === 0) return inWords({ sv: "Inga dödbrev.", en: "No dead letters." }, voice);
  const behind =
    unseen > 0 ? `, ${unseen} ${inWords({ sv: "till bakom dem", en: "more behind them" }, voice)}` : "";
  return [
    letterTable(letters, { unseen, now }, voice),
    `${letters.length} ${inWords({ sv: "dödbrev", en: letters.length === 1 ? "dead letter" : "dead letters" }, voice)}${behind}. hemvist ops explain <id>`,
  ].join("\n");
}

/** Each by the start of its id that a command takes. */
export function letterTable(
  letters: readonly ExplainedLetter[],
  { unseen, now }: Seen,
  voice: Voice = {},
): string {
  const ids = letters.map(({ id }) => id);
  return tableOf(
    [
      "id",
      { sv: "kö", en: "queue" },
      { sv: "beslut", en: "decision" },
      { sv: "kod", en: "code" },
      { sv: "inkom", en: "received" },
      { sv: "dog", en: "died" },
      { sv: "skulle", en: "would" },
      { sv: "avsändaren", en: "sender" },
    ],
    letters.map(({ id, queue, decision = "-", codes, receivedAt, diedAt, verdict, rightOneSince }) => [
      unseen > 0 ? id : startOf(id, ids),
      queue,
      decision,
      codes.join(", "),
      ageSince(receivedAt, now),
      ageSince(diedAt, now),
      verdict.kind,
      rightOneSince === undefined
        ? ""
        : named({ sv: "har skickat ett rätt sedan dess", en: "has sent a right one since" }, voice),
    ]),
    voice,
  );
}

/** As many characters as a person compares, and no other letter begins with. */
function startOf(id: string, ids: readonly string[]): string {
  const start = id.slice(0, 8);
  return ids.filter((other) => other.startsWith(start)).length === 1 ? start : id;
}

/** What one letter is, why it is there, and what to do. */
export function letterText(letter: ExplainedLetter, { language }: Voice = {}): string {
  const { id, queue, decision, what, whyHere, whatNow, command } = letter;
  const swedish = [`Vad      ${what.sv}.`, `Varför   ${whyHere.sv}`, `Nu       ${whatNow.sv}`, ""];
  const english = [`What     ${what.en}.`, `Why      ${whyHere.en}`, `Now      ${whatNow.en}`, ""];
  return [
    `${id}  ${queue}${decision === undefined ? "" : `  ${decision}`}`,
    timesOf(letter, language),
    "",
    ...(language === "en" ? [] : swedish),
    ...(language === "sv" ? [] : english),
    `  ${command}`,
  ].join("\n");
}

function timesOf({ codes, receivedAt, diedAt }: ExplainedLetter, language: Voice["language"]): string {
  const [received, died] = language === "sv" ? ["inkom", "dog"] : ["received", "died"];
  return [
    codes.join(", "),
    ...(receivedAt === undefined ? [] : [`${received} ${receivedAt}`]),
    ...(diedAt === undefined ? [] : [`${died} ${diedAt}`]),
  ].join("  ");
}
