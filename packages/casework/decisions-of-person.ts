import { isTrial } from "@hemvist/rules";
import { correlationIdOf } from "./addresses.ts";
import { allEnded } from "./all-ended.ts";
import type { CaseRecord } from "./case-record.ts";
import { personKeysOf } from "./person-keys.ts";
import type { CaseStore, OnUnreadable } from "./ports.ts";

/** The most numbers and references that a search uses for one person. Ours: three are rare already. */
const mostKeys = 10;

/** The decisions of each person behind these pseudonyms. Two pseudonyms may belong to one person. */
export async function decisionsByPerson(
  cases: Pick<CaseStore, "ofPerson">,
  personKeys: readonly string[],
  onUnreadable?: OnUnreadable,
): Promise<readonly (readonly CaseRecord[])[]> {
  const persons: (readonly CaseRecord[])[] = [];
  for (const personKey of personKeys) {
    const isKnown = persons.flat().some((record) => personKeysOf(record).includes(personKey));
    if (!isKnown) persons.push(await decisionsOfPerson(cases, personKey, onUnreadable));
  }
  return persons;
}

/**
 * All decisions of a person, by any number or reference that the person has or has had. If a number replaced another,
 * the new one also finds decisions that still have the old one. A trial decision of hemvist's own is none of them.
 */
async function decisionsOfPerson(
  cases: Pick<CaseStore, "ofPerson">,
  personKey: string,
  onUnreadable?: OnUnreadable,
): Promise<readonly CaseRecord[]> {
  const found = new Map<string, CaseRecord>();
  const asked = new Set<string>();
  let next: readonly string[] = [personKey];
  while (next.length > 0 && asked.size < mostKeys) {
    for (const key of next) asked.add(key);
    const stored = (await allEnded(next.map((key) => cases.ofPerson(key, onUnreadable)))).flat();
    const records = stored.filter(({ administration }) => !isTrial(administration));
    for (const record of records) found.set(correlationIdOf(record), record);
    next = [...new Set(records.flatMap(personKeysOf))].filter((key) => !asked.has(key));
  }
  return [...found.values()];
}
