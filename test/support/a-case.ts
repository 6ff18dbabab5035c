import {
  type AssignmentStatus,
  type CaseRecord,
  followUp,
  type Progress,
  type Proposed,
  type Proposing,
  propose,
  receive,
  reportProgress,
  type Settling,
  settle,
} from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { type Decision, happeningOf } from "@hemvist/rules";
import { aDecision } from "./a-decision.ts";
import { goteborg } from "./goteborg.ts";

/** A Monday morning in office hours, on the day the sample decision was made. */
export const monday = "2026-11-02T09:00:00Z";

/** The record after a decision came in, at `at`; throws where it was refused. */
export function received(
  decision: Decision = aDecision(),
  { after, at = monday }: { after?: CaseRecord; at?: string } = {},
): CaseRecord {
  const incoming = { decision, contentHash: contentHash(decision), personKey: "pseudonym" };
  const reception = receive(after, incoming, {
    municipality: goteborg,
    at,
    causationId: `revision ${decision.revision}`,
  });
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
  return reports.reduce((before, report) => heardAt(report.occurredAt, before, report), record);
}

/** The record after a report that came at an instant, however long ago it happened; throws where it is refused. */
export function heardAt(at: string, record: CaseRecord, report: Progress): CaseRecord {
  const reported = reportProgress(record, report, {
    cause: { municipality: goteborg, at, causationId: report.progressId },
  });
  if (reported.kind !== "recorded")
    throw new Error(`expected a new version, got ${JSON.stringify(reported)}`);
  return reported.record;
}

/** The record, concerning another person since its first version. */
export const concerning = (record: CaseRecord, personKey: string): CaseRecord => ({
  ...record,
  personKey,
  stood: record.stood.map((stood) => ({ ...stood, personKey })),
});

/** The record after a run of the follow-ups; throws where nothing was due. */
export function followedUp(record: CaseRecord, at: string): CaseRecord {
  const next = followUp(record, { at, municipality: goteborg });
  if (next === undefined) throw new Error(`nothing was due at ${at}`);
  return next;
}

/** The record after each next check until `until`, as the schedule would run them; throws where that has no end. */
export function followedUpUntil(record: CaseRecord, until: string): CaseRecord {
  let current = record;
  for (let looks = 0; current.dueAt !== undefined && current.dueAt <= until; looks += 1) {
    if (looks > 200) throw new Error(`still due after ${looks} looks, at ${current.dueAt}`);
    current = followedUp(current, current.dueAt);
  }
  return current;
}

/** What a version sent, as `queue: happening`, in order. */
export const sentBy = ({ outbox }: CaseRecord): readonly string[] =>
  outbox.map(({ queue, event }) => `${queue}: ${happeningOf(event.type)}`);

export const aProposal = (changes: Partial<Proposing> = {}): Proposing => ({
  proposalId: "prop-1",
  assignmentId: "sf-centrum.SFC-2026-004711.1",
  wish: { kind: "extend", to: "2027-06-30" },
  madeAt: "2026-11-10T09:00:00Z",
  ...changes,
});

/** The record after a proposal that came at `at`, by default when it was made; throws where it is refused. */
export function proposed(
  record: CaseRecord,
  proposal: Proposing = aProposal(),
  { at = proposal.madeAt }: { at?: string } = {},
): CaseRecord {
  return recordedBy(
    propose(record, proposal, { cause: { municipality: goteborg, at, causationId: proposal.proposalId } }),
  );
}

/** The record after its proposal was settled by what came at `at`; throws where that is refused. */
export function settled(
  record: CaseRecord,
  changes: Partial<Settling> & Pick<Settling, "to">,
  { at }: { at?: string } = {},
): CaseRecord {
  const settling = {
    proposalId: "prop-1",
    assignmentId: "sf-centrum.SFC-2026-004711.1",
    at: "2026-11-11T09:00:00Z",
    ...changes,
  };
  return recordedBy(
    settle(record, settling, {
      cause: { municipality: goteborg, at: at ?? settling.at, causationId: settling.proposalId },
    }),
  );
}

function recordedBy(proposed: Proposed): CaseRecord {
  if (proposed.kind !== "recorded")
    throw new Error(`expected a new version, got ${JSON.stringify(proposed)}`);
  return proposed.record;
}
