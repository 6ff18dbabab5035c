import type { NotReached } from "@hemvist/operations/asking";
import { inWords, type Voice } from "../voice/in-words.ts";
import type { Terminal } from "../voice/terminal.ts";
import { inAnswer } from "./what-went-wrong.ts";

/** A line for each queue that could not be looked at, with why. */
export const notLookedAtLines = (missed: readonly NotReached[], voice: Voice): readonly string[] =>
  missed.map(
    ({ queue, ...why }) =>
      `! ${queue}: ${inWords({ sv: "inte läst", en: "not looked at" }, voice)}: ${inWords(inAnswer(why), voice)}`,
  );

/** The same for a machine. */
export const notLookedAtJson = (missed: readonly NotReached[]) =>
  missed.map(({ queue, error }) => ({ queue, error }));

/** Notes each queue that took nothing, with why. */
export function noteRefused(refused: readonly NotReached[], terminal: Terminal): void {
  for (const { queue, ...why } of refused) {
    const { sv, en } = inAnswer(why);
    terminal.note({ sv: `${queue}: ${sv}`, en: `${queue}: ${en}` });
  }
}
