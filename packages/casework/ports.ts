import type { Person } from "@hemvist/rules";
import type { Instant } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Message } from "./message.ts";

/** Which decision: unique within the administration, so both are needed. */
export interface CaseKey {
  readonly administration: string;
  readonly decisionId: string;
}

/** A decision, and when it should have been looked at. */
export interface DueCase extends CaseKey {
  readonly dueAt: Instant;
}

/** Whether the version was written. If not, the stored record. */
export type Saved =
  | { readonly saved: true }
  | { readonly saved: false; readonly current: CaseRecord | undefined };

/** Where records are kept. */
export interface CaseStore {
  find(key: CaseKey, onUnreadable?: OnUnreadable): Promise<CaseRecord | undefined>;
  /**
   * Writes `record` if the stored version is the one before it. A write of ours whose answer was lost counts as
   * written.
   * @param upTo the share of the store's room for one record that it may take: 1, all of it, unless said otherwise
   * @throws NoRoom where it takes more
   */
  save(record: CaseRecord, upTo?: number): Promise<Saved>;
  /** The decisions that are due at `until`, longest overdue first. */
  due(until: Instant): Promise<readonly DueCase[]>;
  /** The decisions with this pseudonym, or with it as a former one, each once. */
  ofPerson(personKey: string): Promise<readonly CaseKey[]>;
  /** @param caseKey a case number's pseudonym */
  ofCase(caseKey: string): Promise<readonly CaseKey[]>;
}

/** A record takes more of the store's room than its writer may fill. Nothing was written. */
export class NoRoom extends Error {
  override readonly name = "NoRoom";
}

/** Gets each record that cannot be read. It then counts as none. Without this, such a record throws. */
export type OnUnreadable = (key: CaseKey, error: unknown) => void;

/** The way out to the parties' queues. */
export interface Outlet {
  /**
   * Sends in order within a decision. Returns the ids of the events that a queue refused. `onStuck` gets those that it
   * will refuse again, until a person mends the queue or the message.
   */
  send(messages: readonly Message[], onStuck?: (eventId: string) => void): Promise<ReadonlySet<string>>;
}

/** Puts a message that will never be readable in a dead-letter queue, with the reason. */
export interface DeadLetters {
  setAside(letter: DeadLetter): Promise<void>;
}

export interface DeadLetter {
  /** The logical name of the queue it came on. */
  readonly queue: string;
  readonly messageId: string;
  readonly body: string;
  /** Codes only: nothing of the message. */
  readonly reason: string;
  /** The sender's, if it had one. */
  readonly signature?: string;
  /** When it came on that queue. */
  readonly sentAt?: Instant;
}

/** Makes a pseudonym of a person, the same for the same person. So lookups need no identity. */
export interface Pseudonyms {
  of(person: Person, administration: string): Promise<string>;
  /** @param identityNumber twelve digits */
  ofNumber(identityNumber: string): Promise<string>;
  /** @param reference an administration's own, for a person whose number hemvist does not know */
  ofReference(reference: string, administration: string): Promise<string>;
  /** The pseudonym of a case number. A case number stands on files, so no index holds it. */
  ofCase(caseNumber: string, administration: string): Promise<string>;
}

/** Some entries could not be stored, after every attempt. */
export class NotAllKept extends Error {
  override readonly name = "NotAllKept";
  /** How many were not stored. */
  readonly many: number;

  constructor(many: number, cause?: unknown) {
    super(`${many} not kept`, { cause });
    this.many = many;
  }
}
