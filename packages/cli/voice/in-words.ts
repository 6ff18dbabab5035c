import type { Bilingual } from "@hemvist/rules";

export type Language = "sv" | "en";

/** How a text is to be printed: in which language, and how wide. */
export interface Voice {
  /** Both, Swedish first, if `--lang` is not given. */
  readonly language?: Language | undefined;
  /** The terminal's width. Undefined where the output goes to a file or a pipe. */
  readonly columns?: number | undefined;
}

/** A sentence in the language of `--lang`, or in both. */
export function inWords({ sv, en }: Bilingual, { language }: Voice = {}): string {
  if (language !== undefined) return language === "sv" ? sv : en;
  return sv === en ? sv : `${sv} / ${en}`;
}

/** A short name, such as a column's. In English if `--lang` is not given. */
export const named = ({ sv, en }: Bilingual, { language }: Voice = {}): string =>
  language === "sv" ? sv : en;
