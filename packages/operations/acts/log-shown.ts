import { type Access, operations } from "@hemvist/casework";
import { CannotRun } from "../cannot-run.ts";
import type { On } from "./act.ts";

/** What an answer to an operator shows, for the access log. */
type Shown = Pick<Access, "act" | "asked" | "persons" | "protectedPersons" | "shown"> & {
  readonly purpose: string | undefined;
};

/** Logs whom an answer shows. @throws CannotRun if it cannot: then the answer is not shown */
export async function logShown({ purpose, ...access }: Shown, { system, who }: On): Promise<void> {
  try {
    await system.logAccess({
      at: system.now,
      party: operations,
      operator: who.userId,
      ...access,
      ...(purpose === undefined ? {} : { purpose }),
    });
  } catch (cause) {
    throw new CannotRun(
      {
        sv: "Inget visas, eftersom läsningen först inte kunde loggas",
        en: "Nothing is shown, since the access could not be logged first",
      },
      { cause },
    );
  }
}
