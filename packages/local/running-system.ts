import type { Calls } from "./front/call-ledger.ts";
import type { ClientSettings } from "./front/caller.ts";
import type { LogLine } from "./functions/functions.ts";
import type { ChangeRecord } from "./tables/change-feed.ts";
import type { Pace } from "./time/time-travel.ts";

export interface LocalOptions {
  /** Port of the HTTP API; 0, the default, takes any. */
  readonly port?: number;
  /** The virtual instant to start at, RFC 3339; the real now unless given. */
  readonly startsAt?: string;
  /** A cloud assembly; unless given, `infra/app.ts` is synthesised into a directory that goes with the run. */
  readonly templates?: string;
  /** How long a failed batch waits for its next attempt, in real milliseconds. */
  readonly retryAfterMs?: number;
  /** How long `settle` waits, in real milliseconds; ten minutes unless given. */
  readonly patienceMs?: number;
  /** Told of every change of a table that has a change feed, before any function is. */
  readonly onChange?: (record: ChangeRecord) => void;
  readonly onLog?: (line: LogLine) => void;
  /** Told of every failed invocation, every batch given up, and every call that does not run here. */
  readonly onTrouble?: (trouble: string) => void;
}

/** The system as its template declares it, running on this machine. */
export interface LocalCity {
  /** `http://127.0.0.1:<port>`; the routes lie at its root, without a stage. */
  readonly apiUrl: string;
  /** Where an AWS client of an outside party calls. */
  readonly awsEndpoint: string;
  /** @throws where the template declares no queue of that physical name, such as `inbox-sf-centrum.fifo` */
  readonly queueUrl: (name: string) => string;
  readonly queueNames: () => readonly string[];
  /** Settings for an AWS client that calls as somebody; `calls` counts under that name. */
  readonly clientFor: (caller: string) => ClientSettings;
  /** The virtual instant, RFC 3339 UTC. */
  readonly now: () => string;
  /** Moves virtual time forward to an RFC 3339 instant, firing schedules on the way and settling after each. */
  readonly advance: (to: string, options?: { readonly every?: Pace }) => Promise<void>;
  /** Resolves when no invocation runs, the change feed is drained, and every queue that a function reads is empty. */
  readonly settle: () => Promise<void>;
  /**
   * Kills a function in the middle of an invocation, as its sandbox would die: the invocation fails, and what it had
   * in hand comes again. False where the function is not running right now.
   */
  readonly crash: (functionName: string) => boolean;
  /** Everything that reads a queue or the change feed forgets the batch it is at, which then comes again whole. */
  readonly restartReaders: () => void;
  /** Every line that a function wrote. */
  readonly logs: readonly LogLine[];
  /** Calls so far through the front, by caller and operation. */
  readonly calls: () => Calls;
  /** Stops everything and leaves nothing behind. */
  readonly stop: () => Promise<void>;
}
