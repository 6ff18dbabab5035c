import { correlationIdOf } from "./addresses.ts";
import type { CaseRecord } from "./case-record.ts";
import type { CaseKey, CaseStore } from "./ports.ts";

/** Other writers kept writing the same record. The fault passes, and another attempt may succeed. */
export class WriteConflict extends Error {
  override readonly name = "WriteConflict";
}

const attempts = 5;

interface Writing<T> {
  readonly key: CaseKey;
  /** Decides on the stored record. It is called again if another writer was quicker. */
  readonly decide: (record: CaseRecord | undefined) => T;
  /** The record to write, if there is one. */
  readonly recordOf: (decided: T) => CaseRecord | undefined;
  /** True if the record is probably new. This saves the read, and the conditional write fails if it was not new. */
  readonly isNew?: boolean;
}

/**
 * Reads, decides, and writes on the condition that no other writer wrote in between. If one did, it decides anew.
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
