import type { Bilingual } from "@hemvist/rules";

export type Language = "sv" | "en";

/** How a text is to be printed: in which language, and how wide. */
export interface Voice {
  /** Both, Swedish first, where none was asked for. */
  readonly language?: Language | undefined;
  /** The terminal's width. Undefined where the output goes to a file or a pipe. */
  readonly columns?: number | undefined;
}

/** A sentence in the language that was asked for, or in both. */
export function inWords({ sv, en }: Bilingual, { language }: Voice = {}): string {
  if (language !== undefined) return language === "sv" ? sv : en;
  return sv === en ? sv : `${sv} / ${en}`;
}

/** A short name, such as a column's: in English where no language was asked for. */
export const named = ({ sv, en }: Bilingual, { language }: Voice = {}): string =>
  language === "sv" ? sv : en;
