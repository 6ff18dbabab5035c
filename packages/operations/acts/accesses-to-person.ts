import {
  type Access,
  type CaseNow,
  caseKeyOf,
  decisionsByPerson,
  personKeysOf,
  personsIn,
} from "@hemvist/casework";
import { twelveDigits } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import { CannotRun } from "../cannot-run.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { goingFrom, loggedParties } from "./going-on.ts";
import { inParts } from "./in-parts.ts";
import { logShown } from "./log-shown.ts";
import { withoutNumber } from "./without-number.ts";

type Found = Omit<AnswerOf<"audit-person">, "goOn">;

/**
 * Finds what the access log has about one person: each look that showed the person, and each search for the person. It
 * reads the whole log in parts, and checks it on the way, since a list from a changed log would prove nothing. The
 * number becomes a pseudonym here. The journal and the log have the pseudonym.
 */
export async function accessesToPerson(
  { identityNumber, personOf, reason, ...part }: AskedFor<"audit-person">,
  on: On,
): Promise<AnswerOf<"audit-person">> {
  const person = personOf === undefined ? await pseudonymOf(identityNumber, on) : undefined;
  const { answer, goOn } = await inParts<Found>(on, part, {
    command: "audit person",
    reason,
    what: personOf === undefined ? { person } : { personOf },
    nothing: { accesses: [], faulty: 0, entries: 0 },
    async part(after) {
      const about = person ?? (await personOfDecision(personOf ?? "", on));
      const records = (await decisionsByPerson(on.system.cases(), [about])).flat();
      const { found, next } = await foundIn(after, { about, records, on });
      await logShown(
        {
          act: "audit-person",
          asked: about,
          purpose: reason,
          persons: [about],
          protectedPersons: personsIn(records).protectedPersons,
          shown: found.accesses.length,
        },
        on,
      );
      return { answer: found, sums: { entries: found.entries, accesses: found.accesses.length }, next };
    },
  });
  return { ...answer, ...(goOn === undefined ? {} : { goOn }) };
}

/** @throws CannotRun */
async function pseudonymOf(identityNumber = "", { system }: On): Promise<string> {
  const digits = twelveDigits(identityNumber, civilDateAt(system.now));
  if (digits === undefined)
    throw new CannotRun({
      sv: "Ange vem: ett personnummer eller samordningsnummer, eller ett av personens beslut.",
      en: "Who? Give an identity number, or one of the person's decisions.",
    });
  return system.pseudonymOf(digits);
}

/** @throws CannotRun */
async function personOfDecision(decision: string, { system }: On): Promise<string> {
  const record = await system.cases().find(caseKeyOf(decision));
  if (record === undefined)
    throw new CannotRun({
      sv: `Det finns inget beslut ${decision}.`,
      en: `There is no decision ${decision}.`,
    });
  return record.personKey;
}

interface Looking {
  readonly about: string;
  readonly records: readonly CaseNow[];
  readonly on: On;
}

/** A person may have had other numbers and references, and the log has the pseudonym of that day. */
async function foundIn(
  after: string | undefined,
  { about, records, on: { system } }: Looking,
): Promise<{ readonly found: Found; readonly next: string | undefined }> {
  const keys = new Set([about, ...records.flatMap(personKeysOf)]);
  const accesses: Found["accesses"][number][] = [];
  const { faults, entries, next } = await system.checkAccesses({
    parties: loggedParties,
    today: civilDateAt(system.now),
    from: after === undefined ? undefined : goingFrom(after),
    onAccess(access, entry) {
      if (isAbout(access, keys)) accesses.push(shownOf(access, entry));
    },
  });
  return {
    found: { accesses, faulty: faults.length, entries },
    next: next === undefined ? undefined : JSON.stringify(next),
  };
}

/** A search that found nothing shows no person. It has the pseudonym that it was by. */
const isAbout = ({ persons, asked }: Access, keys: ReadonlySet<string>): boolean =>
  persons.some((person) => keys.has(person)) || keys.has(asked.replace(/^[a-z-]+:/, ""));

const shownOf = ({ at, party, operator, act, asked, purpose, shown }: Access, entry: string) => ({
  entry,
  at,
  party,
  ...(operator === undefined ? {} : { operator }),
  act,
  asked: withoutNumber(asked),
  ...(purpose === undefined ? {} : { purpose: withoutNumber(purpose) }),
  shown,
});
