import type { Waits } from "@hemvist/operations/asking";
import { inWords, type Voice } from "../voice/in-words.ts";

/** What an act waits for that needs a second person. */
export const awaitsText = ({ count, pending, expiresAt }: Waits, voice: Voice): string =>
  [
    inWords(
      {
        sv: `Inget är skickat: ${count} meddelanden kräver att en annan person godkänner, senast ${expiresAt}:`,
        en: `Nothing was sent: ${count} messages need the approval of another person, by ${expiresAt}:`,
      },
      voice,
    ),
    `  hemvist ops approve ${pending} --reason "…"`,
  ].join("\n");
