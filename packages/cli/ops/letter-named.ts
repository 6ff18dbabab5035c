import type { Given, Takes } from "../voice/command-line.ts";

/** The one letter that a command is about. */
export const takesLetter: Takes = {
  syntax: "<letter>",
  says: {
    sv: "dödbrevets id, eller början av det, ur hemvist ops dead-letters",
    en: "the letter's id, or the start of it, as hemvist ops dead-letters lists it",
  },
  asksFor: {
    sv: "Ange vilket dödbrev: hemvist ops dead-letters listar deras id.",
    en: "Which letter? hemvist ops dead-letters lists their ids.",
  },
};

export const letterNamed = ({ args }: Given): string => args[0] ?? "";
