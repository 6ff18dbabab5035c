import type { CaseRecord, Fact } from "./case-record.ts";
import type { Draft } from "./message.ts";

/** What happens to a record: the new record, the facts, and the messages to send. `nextVersion` numbers it. */
export interface Change {
  readonly record: CaseRecord;
  readonly facts: readonly Fact[];
  readonly drafts: readonly Draft[];
}

/** A change that changes nothing. */
export const unchanged = (record: CaseRecord): Change => ({ record, facts: [], drafts: [] });
