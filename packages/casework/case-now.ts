import type { CaseRecord } from "./case-record.ts";

/** What is true of a decision now. What happened, and what was sent, is left out: it may be megabytes. */
export type CaseNow = Omit<CaseRecord, "history" | "stood" | "outbox" | "proposals" | "followUps">;

export function caseNow(record: CaseRecord): CaseNow {
  const {
    history: _past,
    stood: _stood,
    outbox: _sent,
    proposals: _asked,
    followUps: _told,
    ...now
  } = record;
  return now;
}
