import {
  type AssignmentStatus,
  type CaseRecord,
  followUp,
  type Progress,
  receive,
  reportProgress,
} from "@hemvist/casework";
import type { Decision } from "@hemvist/rules";
import { aDecision } from "./a-decision.ts";

/** A Monday morning in office hours, on the day the sample decision was made. */
export const monday = "2026-11-02T09:00:00Z";

/** The record after a decision came in, at `at`; throws where it was refused. */
export function received(
  decision: Decision = aDecision(),
  { after, at = monday }: { after?: CaseRecord; at?: string } = {},
): CaseRecord {
  const incoming = { decision, contentHash: JSON.stringify(decision), personKey: "pseudonym" };
  const reception = receive(after, incoming, { at, causationId: `revision ${decision.revision}` });
  if (reception.kind !== "recorded") throw new Error(`expected a new version, got ${reception.kind}`);
  return reception.record;
}

const needs: Partial<Record<AssignmentStatus, Partial<Progress>>> = {
  accepted: { expectedStartOn: "2026-11-16" },
  rejected: { reason: { code: "no-capacity", whose: "provider" } },
  "on-hold": { reason: { code: "illness", whose: "person" } },
  completed: { result: "work" },
  failed: { reason: { code: "person-absent", whose: "person" } },
};

/** A report with what its status needs. */
export function aReport(status: AssignmentStatus, changes: Partial<Progress> = {}): Progress {
  return {
    progressId: `p-${status}`,
    assignmentId: "sf-centrum.SFC-2026-004711.1",
    status,
    occurredAt: "2026-11-03T08:12:00Z",
    ...needs[status],
    ...changes,
  };
}

/** The record after reports of these statuses, one after the other; throws where one is refused. */
export function progressed(record: CaseRecord, ...reports: readonly Progress[]): CaseRecord {
  return reports.reduce((before, report) => {
    const reported = reportProgress(before, report, {
      cause: { at: report.occurredAt, causationId: report.progressId },
    });
    if (reported.kind !== "recorded")
      throw new Error(`expected a new version, got ${JSON.stringify(reported)}`);
    return reported.record;
  }, record);
}

/** The record after a run of the follow-ups; throws where nothing was due. */
export function followedUp(record: CaseRecord, at: string): CaseRecord {
  const next = followUp(record, at);
  if (next === undefined) throw new Error(`nothing was due at ${at}`);
  return next;
}

/** What a version sent, as `queue: happening`, in order. */
export const sentBy = ({ outbox }: CaseRecord): readonly string[] =>
  outbox.map(
    ({ queue, event }) => `${queue}: ${event.type.replace("se.goteborg.hemvist.", "").replace(".v1", "")}`,
  );
