import type { CaseRecord, Fact } from "./case-record.ts";
import type { Draft } from "./message.ts";

/** What becomes of a record: how it is then, what happened, and what is to be sent of it. `nextVersion` numbers it. */
export interface Change {
  readonly record: CaseRecord;
  readonly facts: readonly Fact[];
  readonly drafts: readonly Draft[];
}

/** A record of which nothing has changed. */
export const unchanged = (record: CaseRecord): Change => ({ record, facts: [], drafts: [] });
