import type { Flag, Switch } from "./command-line.ts";
import type { Language } from "./in-words.ts";
import { Refusal } from "./refusal.ts";

function language(text: string): Language {
  if (text === "sv" || text === "en") return text;
  throw new Refusal({ sv: `--lang är sv eller en, inte ${text}.`, en: `--lang is sv or en, not ${text}.` });
}

/** What every command takes. */
export const commonFlags = {
  help: { syntax: "-h, --help", says: { sv: "visar den här hjälpen", en: "shows this help" } },
  language: {
    syntax: "--lang <lang>",
    says: { sv: "sv eller en; annars båda", en: "sv or en; both if not given" },
    read: language,
  },
} as const satisfies Readonly<Record<string, Flag<unknown> | Switch>>;
