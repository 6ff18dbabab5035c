import { correlationIdOf } from "./addresses.ts";
import type { CaseRecord } from "./case-record.ts";
import type { CaseKey, CaseStore } from "./ports.ts";

/** Somebody else kept writing the same record: a passing trouble, worth another try later. */
export class WriteConflict extends Error {
  override readonly name = "WriteConflict";
}

const attempts = 5;

interface Writing<T> {
  readonly key: CaseKey;
  /** Decides on the record as it stands; asked again if another writer came between. */
  readonly decide: (record: CaseRecord | undefined) => T;
  /** What of the decision must be written, if anything. */
  readonly recordOf: (decided: T) => CaseRecord | undefined;
  /** Believed not to be there yet: saves the read, and the conditional write tells if the belief was wrong. */
  readonly isNew?: boolean;
}

/**
 * Reads, decides, and writes on condition that nobody wrote in between; decides anew when somebody did.
 * @throws WriteConflict when that happens five times over
 */
export async function writeThrough<T>(
  store: CaseStore,
  { key, decide, recordOf, isNew }: Writing<T>,
): Promise<T> {
  let current = isNew ? undefined : await store.find(key);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decided = decide(current);
    const record = recordOf(decided);
    if (record === undefined) return decided;
    const result = await store.save(record);
    if (result.saved) return decided;
    current = result.current;
  }
  throw new WriteConflict(correlationIdOf(key));
}
