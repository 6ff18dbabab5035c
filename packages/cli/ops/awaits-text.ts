import type { Waits } from "@hemvist/operations/asking";
import { inWords, type Voice } from "../voice/in-words.ts";

/** What an act waits for that needs a second person. */
export const awaitsText = ({ count, most, pending, expiresAt }: Waits, voice: Voice): string =>
  [
    inWords(
      {
        sv: `Inget är gjort: en person får själv göra högst ${most} på ett dygn. Det här är ${count}, och en annan person måste godkänna, senast ${expiresAt}:`,
        en: `Nothing was done: one person alone may do at most ${most} within a day. These are ${count}, and another person must approve them, by ${expiresAt}:`,
      },
      voice,
    ),
    `  hemvist ops approve ${pending} --reason "…"`,
  ].join("\n");
