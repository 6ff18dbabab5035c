import { correlationIdOf } from "./addresses.ts";
import type { CaseRecord } from "./case-record.ts";
import { type CaseKey, type CaseStore, NoRoom } from "./ports.ts";

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
  /** For a writer that may not fill the record: the share of the room for it, and the result where it would take more. */
  readonly room?: { readonly upTo: number; readonly otherwise: T };
}

/**
 * Reads, decides, and writes on the condition that no other writer wrote in between. If one did, it decides anew.
 * @throws WriteConflict when that happens five times over; NoRoom where the record would be too large for the store
 */
export async function writeThrough<T>(store: CaseStore, writing: Writing<T>): Promise<T> {
  try {
    return await written(store, writing);
  } catch (error) {
    if (writing.room && error instanceof NoRoom) return writing.room.otherwise;
    throw error;
  }
}

async function written<T>(store: CaseStore, { key, decide, recordOf, isNew, room }: Writing<T>): Promise<T> {
  let current = isNew ? undefined : await store.find(key);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decided = decide(current);
    const record = recordOf(decided);
    if (record === undefined) return decided;
    const result = await store.save(record, room?.upTo);
    if (result.saved) return decided;
    current = result.current;
  }
  throw new WriteConflict(correlationIdOf(key));
}
