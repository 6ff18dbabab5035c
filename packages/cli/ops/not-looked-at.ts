import type { NotLookedAt } from "@hemvist/operations";
import { inWords, type Voice } from "../voice/in-words.ts";
import { whatWentWrong } from "./what-went-wrong.ts";

/** A line for each queue that could not be looked at, with why. */
export const notLookedAtLines = (missed: readonly NotLookedAt[], voice: Voice): readonly string[] =>
  missed.map(
    ({ queue, why }) =>
      `! ${queue}: ${inWords({ sv: "inte läst", en: "not looked at" }, voice)}: ${inWords(whatWentWrong(why), voice)}`,
  );

/** The same for a machine. */
export const notLookedAtJson = (missed: readonly NotLookedAt[]) =>
  missed.map(({ queue, why }) => ({ queue, error: why instanceof Error ? why.name : typeof why }));
