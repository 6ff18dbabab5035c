import { createHmac, type KeyObject } from "node:crypto";
import { type KeyOfGeneration, keyFrom } from "./derived-keys.ts";

/** Marks that stand for ids where an id may be a name: in logs and in the journal. */
export interface IdMarks {
  /** Derives the key, once in a process. If KMS does not answer, ids have no marks until it does. */
  readonly learn: () => Promise<void>;
  /** The mark of an id, twelve characters. Undefined while the key is not known: a log line cannot wait. */
  readonly of: (id: string) => string | undefined;
}

/** One generation for good: the same id has the same mark in a log of last year. */
const generation = 1;
const label = "hemvist/marks/1";

/** By a key of their own, made from the records' key: every function that logs an id has that one already. */
export function idMarks(keyOf: KeyOfGeneration): IdMarks {
  let key: KeyObject | undefined;
  return {
    async learn() {
      if (key !== undefined) return;
      try {
        key = keyFrom(await keyOf(generation), label);
      } catch {
        // What needs the key itself says that it cannot be had.
      }
    },
    of: (id) =>
      key === undefined ? undefined : createHmac("sha256", key).update(id).digest("hex").slice(0, 12),
  };
}
