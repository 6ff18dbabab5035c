import { tableOf } from "../voice/table-text.ts";
import type { Explained } from "./explain.ts";

/** One line per letter. */
export function lettersText(letters: readonly Explained[], unseen: number): string {
  if (letters.length === 0) return "Inga dödbrev. / No dead letters.";
  return [
    tableOf(
      ["id", "queue", "since", "decision", "would"],
      letters.map(({ id, queue, sentAt, decision = "-", verdict }) => [
        id,
        queue,
        sentAt,
        decision,
        verdict.kind,
      ]),
    ),
    `${letters.length} dödbrev / dead letters${unseen > 0 ? `, ${unseen} till bakom dem / more behind them` : ""}. hemvist ops explain <id>`,
  ].join("\n");
}

/** All that can be said of one letter. */
export const letterText = ({
  id,
  queue,
  sentAt,
  decision,
  what,
  whyHere,
  whatNow,
  command,
}: Explained): string =>
  [
    `${id}  ${queue}  ${sentAt}${decision === undefined ? "" : `  ${decision}`}`,
    "",
    `Vad      ${what.sv}.`,
    `Varför   ${whyHere.sv}`,
    `Nu       ${whatNow.sv}`,
    "",
    `What     ${what.en}.`,
    `Why      ${whyHere.en}`,
    `Now      ${whatNow.en}`,
    "",
    `  ${command}`,
  ].join("\n");
