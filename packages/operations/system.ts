import type { AccessChecks, FunctionCheck, Letters, Resealed } from "@hemvist/adapters";
import type { Access, CaseRecord, CaseStore, Instant, Outlet, SentMessages } from "@hemvist/casework";
import type { Journal } from "./journal/journal.ts";
import type { Unreadable } from "./reconcile/reconcile.ts";

/** The running system, as `functions/operate` reaches it for one call. */
export interface System {
  /** When the call came. */
  readonly now: Instant;
  /** How many messages one operator may send again or discard alone, by a command and within a day. */
  readonly mostAlone: number;
  readonly cases: () => Pick<CaseStore, "find" | "ofPerson">;
  /** The records that come after a key, or all. In no order, but the same each time. */
  readonly recordsAfter: (key: string | undefined) => AsyncIterable<CaseRecord | Unreadable>;
  /** Seals a part of the records anew. */
  readonly reseal: (
    after: string | undefined,
    most: { readonly looked: number; readonly resealed: number },
  ) => Promise<Resealed>;
  readonly receiptsOf: (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>;
  readonly letters: () => Promise<Letters>;
  /** What hand-off sent to parties. `onUnreadable` gets the place of a message that the code cannot read. */
  readonly sentMessages: (onUnreadable?: (place: string) => void) => Pick<SentMessages, "between">;
  readonly outlet: () => Promise<Outlet>;
  readonly journal: Journal;
  /** Logs an access to persons' data. @throws where it cannot: then nothing is shown */
  readonly logAccess: (access: Access) => Promise<void>;
  /** Checks a part of the access log. */
  readonly checkAccesses: AccessChecks;
  /** A person's pseudonym, by the number in twelve digits. */
  readonly pseudonymOf: (identityNumber: string) => Promise<string>;
  /** One access by the name of its entry. Undefined if no entry opens there. */
  readonly accessAt: (entry: string) => Promise<Access | undefined>;
  /** Has each function look for what its settings name. */
  readonly selfChecks: () => Promise<readonly FunctionCheck[]>;
  readonly depth: (queue: string) => Promise<number>;
  /** Makes a text that only hemvist can read and change, and gives the text back. */
  readonly sealed: (text: string) => Promise<string>;
  /** @throws CannotRun where the text is not one that hemvist sealed */
  readonly opened: (sealed: string) => Promise<string>;
  /**
   * A text as the journal has it: with a mark in place of each id that may be a name. The log has the same marks, so an
   * operator may ask for either.
   */
  readonly shown: (text: string) => string;
  /** What a queue refused during the call, by the queue's name. */
  readonly refused: () => ReadonlyMap<string, unknown>;
}
