import type { Person } from "@hemvist/rules";
import type { Instant } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Message } from "./message.ts";

/** Which decision: unique within the administration, so both are needed. */
export interface CaseKey {
  readonly administration: string;
  readonly decisionId: string;
}

/** Whether a version was written; if not, what stands there instead. */
export type Saved =
  | { readonly saved: true }
  | { readonly saved: false; readonly current: CaseRecord | undefined };

/** Where records are kept. */
export interface CaseStore {
  find(key: CaseKey): Promise<CaseRecord | undefined>;
  /** Writes `record` if the version before it is the one that stands; a write of ours whose answer was lost counts as written. */
  save(record: CaseRecord): Promise<Saved>;
  /** What has come due at `until`, longest overdue first. */
  due(until: Instant): Promise<readonly CaseKey[]>;
  /** What has this pseudonym, or had it until another replaced it. */
  ofPerson(personKey: string, onUnreadable?: OnUnreadable): Promise<readonly CaseRecord[]>;
  /** @param caseKey a case number's pseudonym */
  ofCase(caseKey: string, onUnreadable?: OnUnreadable): Promise<readonly CaseRecord[]>;
}

/** Takes a record that cannot be read, and the others are found all the same. Without it, one that cannot be read throws. */
export type OnUnreadable = (key: CaseKey, error: unknown) => void;

/** The way out to the parties' queues. */
export interface Outlet {
  /** Sends in order within a decision; returns the ids of the events that were not accepted. */
  send(messages: readonly Message[]): Promise<ReadonlySet<string>>;
}

/** Where a message goes that will never be read, with why. */
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
}

/** Makes a pseudonym of a person, the same for the same person: lookups need no identity. */
export interface Pseudonyms {
  of(person: Person, administration: string): Promise<string>;
  /** @param identityNumber twelve digits */
  ofNumber(identityNumber: string): Promise<string>;
  /** @param reference an administration's own, for a person whose number hemvist does not know */
  ofReference(reference: string, administration: string): Promise<string>;
  /** Of a case number: it may be read off a file, so it stands in no index. */
  ofCase(caseNumber: string, administration: string): Promise<string>;
}

/** Some of what was to be kept could not be, after every attempt. */
export class NotAllKept extends Error {
  override readonly name = "NotAllKept";
  /** How many are not kept. */
  readonly many: number;

  constructor(many: number, cause?: unknown) {
    super(`${many} not kept`, { cause });
    this.many = many;
  }
}

/** When assignments were last put on their provider's queue. */
export interface Receipts {
  /** @throws NotAllKept where some could not be */
  keep(assignmentIds: readonly string[], deliveredAt: Instant): Promise<void>;
  deliveredAt(assignmentId: string): Promise<Instant | undefined>;
}
