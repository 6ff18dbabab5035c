import { hash } from "node:crypto";
import { type CaseRecord, correlationIdOf, type HistoryEntry } from "@hemvist/casework";

/** A text that does not compress, the same for the same number. */
const uneven = (number: number): string => hash("sha512", String(number), "base64");
/** One that compresses to nearly nothing. */
export const even = (): string => "a".repeat(200);

/** A record with so many further reports, each with a text, on an assignment that it has no more. */
export function filled(record: CaseRecord, many: number, textOf = uneven): CaseRecord {
  const said = (number: number): HistoryEntry => ({
    what: "progress-reported",
    assignmentId: `${correlationIdOf(record)}.earlier`,
    progressId: `5b0f2f43-6a9c-4f6e-9a39-${String(number).padStart(12, "0")}`,
    status: "on-hold",
    occurredAt: "2026-11-10T08:00:00Z",
    reason: { code: "other", whose: "other", text: textOf(number) },
    version: record.version,
    at: "2026-11-10T08:00:00Z",
    by: "kompetenscenter",
  });
  return { ...record, history: [...record.history, ...Array.from({ length: many }, (_, n) => said(n))] };
}
