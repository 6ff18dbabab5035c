import type { Waits } from "@hemvist/operations/asking";
import type { Bilingual } from "@hemvist/rules";
import { inWords, type Voice } from "../voice/in-words.ts";

/** What an act waits for that needs a second person. */
export const awaitsText = ({ count, most, pending, expiresAt }: Waits, voice: Voice): string =>
  [inWords(whyOf({ count, most, expiresAt }), voice), `  hemvist ops approve ${pending} --reason "…"`].join(
    "\n",
  );

const whyOf = ({ count, most, expiresAt }: Omit<Waits, "pending">): Bilingual =>
  most === 0
    ? {
        sv: `Inget är gjort: det här kräver två personer. En annan person måste godkänna, senast ${expiresAt}:`,
        en: `Nothing was done: this takes two people. Another person must approve, by ${expiresAt}:`,
      }
    : {
        sv: `Inget är gjort: en person får själv göra högst ${most} på ett dygn. Det här är ${count}, och en annan person måste godkänna, senast ${expiresAt}:`,
        en: `Nothing was done: one person alone may do at most ${most} within a day. These are ${count}, and another person must approve them, by ${expiresAt}:`,
      };
