import { type CaseRecord, correlationIdOf, type Message } from "@hemvist/casework";
import type { QueueMessage } from "@hemvist/runtime";
import type { Accepted } from "../platform/party-queues.ts";
import type { Change } from "../platform/stream.ts";
import type { Ending } from "../platform/wiring.ts";

/** A message as its sender knows it, however often the queue has it. */
export interface Origin {
  readonly queue: string;
  /** No version of the code can read it. */
  readonly isPoisoned?: boolean;
  /** Its sender must sign, and this has no signature of its for this queue. */
  readonly isForged?: boolean;
  readonly decision?: {
    readonly pk: string;
    readonly revision: number;
    /** Each content has one of its own: what stands is known by it. */
    readonly caseNumber: string;
    /** The message that has it. */
    readonly body: string;
    /** What is kept of it must have this content's very hash. Of all it would take too long. */
    readonly isHashed?: boolean;
    /** Only the next version of the code can read it. */
    readonly isNewer?: boolean;
  };
}

export interface Letter {
  /** Its own where it lies; what the platform moved there keeps the one it had. */
  readonly id: string;
  readonly origin: string;
  readonly queue: string;
  readonly messageId: string;
  readonly sentAt: number;
  readonly body: string;
  readonly group?: string;
  readonly signature?: string;
  readonly reason: string;
  /** The platform moved it there after too many attempts: it is sent back once what failed works again. */
  readonly isExhausted: boolean;
}

/** What was asked for that brought about a version: enough to do it again. */
export type Command =
  | { readonly on: "queue"; readonly message: QueueMessage }
  | { readonly on: "schedule"; readonly now: string };

/** Everything that is known of a world from outside the system: what went in, what came out, what lies aside. */
export interface Ledger {
  readonly origins: Map<string, Origin>;
  /** The hash under which each content was kept, by the decision and the content's own case number. */
  readonly hashes: Map<string, string>;
  /** How each message ended, each way it did. */
  readonly endings: Map<string, readonly Ending[]>;
  readonly letters: Letter[];
  /** The messages that a function set aside itself. */
  readonly unread: Set<string>;
  /** Whether a new decision is one of those whose commands are kept, to do them again. */
  readonly isReplayed: () => boolean;
  /** Their commands, by the version they brought about. */
  readonly commands: Map<string, Command[]>;
  /** Messages that some version causes and no queue has accepted. */
  readonly unsent: Map<string, Message>;
  /** What the queues accepted, by event id. */
  readonly accepted: Map<string, Accepted>;
  /** Messages of versions that the stream forgot: nothing can bring them back. */
  readonly forgotten: Set<string>;
  /** What the stream gave up: whole, in its bucket. */
  readonly setAside: Change[];
  /** Messages of those that an operator has brought back or ended. */
  readonly doneWith: Set<string>;
  /** Messages that hand-off remembers as sent, by event id. */
  readonly remembered: Set<string>;
  /** Messages that were sent by hand after they had been set aside, or that a restored table knows nothing of. */
  readonly replayed: Set<string>;
  /** The newest version of each decision of which each party has a message. */
  readonly newest: Map<string, number>;
  /** Assignments that have reached their provider's system, by `handOverTo`. */
  readonly handedOver: Set<string>;
}

export const emptyLedger = ({ isReplayed }: Pick<Ledger, "isReplayed">): Ledger => ({
  isReplayed,
  origins: new Map(),
  hashes: new Map(),
  endings: new Map(),
  letters: [],
  unread: new Set(),
  commands: new Map(),
  unsent: new Map(),
  accepted: new Map(),
  forgotten: new Set(),
  setAside: [],
  doneWith: new Set(),
  remembered: new Set(),
  replayed: new Set(),
  newest: new Map(),
  handedOver: new Set(),
});

const contentOf = (pk: string, caseNumber: string): string => `${pk} ${caseNumber}`;

/** What a version was given: later ones keep no more of it than its hash. */
export function noteContent({ hashes }: Ledger, record: CaseRecord, before: CaseRecord | undefined): void {
  const note = (kept: CaseRecord["standing"]): void => {
    if (kept) hashes.set(contentOf(correlationIdOf(record), kept.decision.caseNumber), kept.contentHash);
  };
  if (record.standing !== before?.standing) note(record.standing);
  if (record.returned !== before?.returned) note(record.returned);
}

/** Undefined where no version has been given that content. */
export const keptHash = (
  { hashes }: Ledger,
  { pk, caseNumber }: NonNullable<Origin["decision"]>,
): string | undefined => hashes.get(contentOf(pk, caseNumber));

export function noteEnding({ endings }: Ledger, origin: string, ending: Ending): void {
  const before = endings.get(origin) ?? [];
  if (!before.includes(ending)) endings.set(origin, [...before, ending]);
}

export function noteCommand({ commands, isReplayed }: Ledger, record: CaseRecord, command: Command): void {
  const pk = correlationIdOf(record);
  const before = commands.get(pk);
  // A write whose answer was lost is made a second time. The first brought the version about.
  if (before) before[record.version - 1] ??= command;
  else if (record.version === 1 && isReplayed()) commands.set(pk, [command]);
}

/** What a restored table brings about once more, from the very same message, has been sent. */
export function noteUnsent({ unsent, accepted }: Ledger, { outbox }: CaseRecord): void {
  for (const message of outbox) if (!accepted.has(message.event.id)) unsent.set(message.event.id, message);
}

/** An assignment on the queue of the provider that has it: after a reassignment another provider must get it. */
export const handOverTo = (queue: string, assignmentId: string): string => `${queue} ${assignmentId}`;
