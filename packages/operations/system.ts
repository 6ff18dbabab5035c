import type { Letters } from "@hemvist/adapters";
import type { CaseRecord, CaseStore, Instant, Outlet, SentMessages } from "@hemvist/casework";
import type { Journal } from "./journal/journal.ts";
import type { Unreadable } from "./reconcile/reconcile.ts";

/** The running system, reached with the caller's own credentials. Each part is connected when it is first asked for. */
export interface System {
  readonly now: () => Instant;
  readonly cases: () => Pick<CaseStore, "find" | "ofPerson">;
  readonly records: () => AsyncIterable<CaseRecord | Unreadable>;
  readonly receiptsOf: (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>;
  readonly letters: () => Promise<Letters>;
  /** What hand-off sent to parties. `onUnreadable` gets the place of a message that the code cannot read. */
  readonly sentMessages: (onUnreadable?: (place: string) => void) => Pick<SentMessages, "between">;
  readonly outlet: () => Promise<Outlet>;
  readonly journal: Journal;
  readonly depth: (queue: string) => Promise<number>;
}
