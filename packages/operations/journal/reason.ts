import { holdsIdentityNumber } from "@hemvist/contracts";
import { CannotRun } from "../cannot-run.ts";

const longest = 200;

/**
 * The reason for an act, as it is kept for good.
 * @throws CannotRun where there is none, or it must not be kept
 */
export function reasonIn(reason: string | undefined): string {
  if (reason === undefined || reason.trim() === "")
    throw new CannotRun({
      sv: 'Ange varför med --reason "…", som ett ärendenummer: det sparas för gott.',
      en: 'Say why with --reason "…", such as an incident\'s number: it is kept for good.',
    });
  if (reason.length > longest)
    throw new CannotRun({
      sv: `Skälet får ha högst ${longest} tecken.`,
      en: `The reason has at most ${longest} characters.`,
    });
  if (holdsIdentityNumber(reason))
    throw new CannotRun({
      sv: "Skälet innehåller ett personnummer: skriv det utan.",
      en: "The reason holds an identity number: write it without.",
    });
  return reason;
}
