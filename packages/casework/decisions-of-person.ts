import { isTrial } from "@hemvist/rules";
import { correlationIdOf } from "./addresses.ts";
import { allEnded } from "./all-ended.ts";
import { type CaseNow, caseNow } from "./case-now.ts";
import { personKeysOf } from "./person-keys.ts";
import type { CaseKey, CaseStore, OnUnreadable } from "./ports.ts";

/** The most numbers and references that a search uses for one person. Ours: three are rare already. */
const mostKeys = 10;

/**
 * A search opens no further decision once it has found so many interventions. Ours: a person has a dozen. A case system
 * that runs wild may send thousands for one person, or all persons under one case number.
 */
const mostInterventions = 100;

/** The most decisions of a case number whose persons a search looks for. Ours. */
const mostOfCase = 20;

/** How many records are open at one time. Ours: one may be 8 MB of JSON. */
const openAtOnce = 5;

/** What becomes of the decisions that are found and not opened. */
interface LeftOut {
  /** Gets each that cannot be read. Without it, such a decision throws. */
  readonly onUnreadable?: OnUnreadable;
  /** Gets each that there is no room for. Without it, there is room for all. */
  readonly onNoRoom?: (key: CaseKey) => void;
}

/** The decisions of each person behind these pseudonyms. Two pseudonyms may belong to one person. */
export async function decisionsByPerson(
  cases: Pick<CaseStore, "ofPerson" | "find">,
  personKeys: readonly string[],
  leftOut: LeftOut = {},
): Promise<readonly (readonly CaseNow[])[]> {
  // One that was returned has no assignment yet, and takes its place all the same.
  const takenBy = ({ assignments }: CaseNow): number => Math.max(assignments.length, 1);
  const open = opening(cases, { room: mostInterventions, takenBy, leftOut });
  const persons: (readonly CaseNow[])[] = [];
  for (const personKey of personKeys) {
    const isKnown = persons.flat().some((record) => personKeysOf(record).includes(personKey));
    if (!isKnown) persons.push(await decisionsOfPerson(cases, personKey, open));
  }
  return persons;
}

/** The pseudonyms of the persons of a case number. It may belong to several persons. */
export async function personsOfCase(
  cases: Pick<CaseStore, "ofCase" | "find">,
  caseKey: string,
  leftOut: LeftOut = {},
): Promise<readonly string[]> {
  const open = opening(cases, { room: mostOfCase, takenBy: () => 1, leftOut });
  const records = await open(await cases.ofCase(caseKey));
  return [...new Set(records.map(({ personKey }) => personKey))];
}

type Open = (keys: readonly CaseKey[]) => Promise<readonly CaseNow[]>;

/**
 * All decisions of a person, by any number or reference that the person has or has had. If a number replaced another,
 * the new one also finds decisions that still have the old one. A trial decision of hemvist's own is none of them.
 */
async function decisionsOfPerson(
  cases: Pick<CaseStore, "ofPerson">,
  personKey: string,
  open: Open,
): Promise<readonly CaseNow[]> {
  const seen = new Set<string>();
  const found: CaseNow[] = [];
  const asked = new Set<string>();
  let next: readonly string[] = [personKey];
  while (next.length > 0 && asked.size < mostKeys) {
    for (const key of next) asked.add(key);
    const keys = (await allEnded(next.map((key) => cases.ofPerson(key)))).flat();
    const others = keys.filter(({ administration }) => !isTrial(administration));
    const byId = new Map(others.map((key) => [correlationIdOf(key), key]));
    const unseen = [...byId].filter(([id]) => !seen.has(id));
    for (const [id] of unseen) seen.add(id);
    const records = await open(inTurnByAdministration(unseen.map(([, key]) => key)));
    found.push(...records);
    next = [...new Set(records.flatMap(personKeysOf))].filter((key) => !asked.has(key));
  }
  return found;
}

interface Opening {
  /** Shared by all that is opened. */
  readonly room: number;
  readonly takenBy: (record: CaseNow) => number;
  readonly leftOut: LeftOut;
}

/** Opens decisions, a few at one time, until there is no more room. */
function opening(
  cases: Pick<CaseStore, "find">,
  { room, takenBy, leftOut: { onUnreadable, onNoRoom } }: Opening,
): Open {
  let left = onNoRoom === undefined ? Number.POSITIVE_INFINITY : room;
  const openOne = async (key: CaseKey): Promise<CaseNow | undefined> => {
    const record = await cases.find(key, onUnreadable);
    return record && caseNow(record);
  };
  return async (keys) => {
    const found: CaseNow[] = [];
    for (let start = 0; start < keys.length; start += openAtOnce) {
      const some = keys.slice(start, start + openAtOnce);
      const records = left > 0 ? await allEnded(some.map(openOne)) : [];
      for (const [index, key] of some.entries()) {
        const record = records[index];
        if (left <= 0) onNoRoom?.(key);
        else if (record !== undefined) {
          left -= takenBy(record);
          found.push(record);
        }
      }
    }
    return found;
  };
}

/** One of each administration after the other: what one of them sends hides no decision of another. */
function inTurnByAdministration(keys: readonly CaseKey[]): readonly CaseKey[] {
  const places = new Map<string, number>();
  const placed = keys.map((key) => {
    const place = places.get(key.administration) ?? 0;
    places.set(key.administration, place + 1);
    return { key, place };
  });
  return placed.sort((one, other) => one.place - other.place).map(({ key }) => key);
}
