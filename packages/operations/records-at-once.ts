import { type CaseRecord, correlationIdOf } from "@hemvist/casework";
import type { Unreadable } from "./reconcile/reconcile.ts";
import type { System } from "./system.ts";

/** Ours: a million records are then fifty calls, of some seconds each. */
const mostRecords = 20_000;

export interface Part {
  readonly records: AsyncIterable<CaseRecord | Unreadable>;
  /** Once they are read: the key to go on after. Undefined at the end of the table. */
  readonly next: () => string | undefined;
}

/** As many records as one call reads, one at a time. */
export function recordsAtOnce(
  { recordsAfter }: Pick<System, "recordsAfter">,
  after: string | undefined,
  most = mostRecords,
): Part {
  let next: string | undefined;

  async function* records(): AsyncIterable<CaseRecord | Unreadable> {
    let read = 0;
    for await (const stored of recordsAfter(after)) {
      yield stored;
      read += 1;
      if (read < most) continue;
      next = "unreadable" in stored ? stored.unreadable : correlationIdOf(stored);
      return;
    }
  }

  return { records: records(), next: () => next };
}
