import type { Assignment, AssignmentStatus, Instant, Reason, Result } from "./assignment.ts";
import { statusChanged } from "./assignment-messages.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";
import type { Change } from "./change.ts";
import type { Cause } from "./message.ts";
import { nextVersion } from "./next-version.ts";
import { notTheirs } from "./reached.ts";
import { type Crowded, crowdedBy } from "./room.ts";
import { settleProposals } from "./settle-proposals.ts";
import { mayGo, openTo } from "./transitions.ts";
import { type UntimelyReport, untimelyReport } from "./untimely.ts";
import { without } from "./without.ts";

/** What a provider reports of an assignment. */
export interface Progress {
  /** The sender's own, so that the same report may come twice. */
  readonly progressId: string;
  readonly assignmentId: string;
  readonly status: AssignmentStatus;
  readonly occurredAt: Instant;
  readonly expectedStartOn?: string;
  readonly reason?: Reason;
  readonly result?: Result;
}

/** Why a report changes nothing, for reasons without further fields. */
export const progressRefusals = ["no-such-assignment", "not-yours", "progress-id-taken"] as const;

/** Why a report changes nothing. */
export type Refusal =
  | { readonly why: (typeof progressRefusals)[number] }
  | UntimelyReport
  | {
      readonly why: "not-open";
      readonly status: AssignmentStatus;
      readonly open: readonly AssignmentStatus[];
    }
  | Crowded;

export type Reported =
  | { readonly kind: "recorded"; readonly record: CaseRecord; readonly assignment: Assignment }
  | { readonly kind: "known"; readonly record: CaseRecord; readonly assignment: Assignment }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/**
 * Takes a provider's report. `sender` is the party that sent it. It is absent if the way it came does not show that.
 * `person-absent` and `person-declined` are facts for SF, and have no other effect: only SF applies 12 kap. 5 § SoL.
 */
export function reportProgress(
  record: CaseRecord,
  progress: Progress,
  { sender, cause }: { sender?: string | undefined; cause: Cause },
): Reported {
  const assignment = record.assignments.find(({ assignmentId }) => assignmentId === progress.assignmentId);
  if (assignment === undefined) return refused({ why: "no-such-assignment" });
  const earlier = record.history.find((entry) => isReport(entry, progress.progressId));
  const isTheirs = sender === undefined || sender === earlier?.by;
  if (earlier !== undefined && isTheirs && says(earlier, progress))
    return { kind: "known", record, assignment };
  if (sender !== undefined && sender !== assignment.provider)
    return refused({ why: notTheirs(record, { ...progress, party: sender }) });
  if (earlier !== undefined) return refused({ why: "progress-id-taken" });
  if (!mayGo(assignment.status, progress.status)) {
    return refused({ why: "not-open", status: assignment.status, open: openTo(assignment.status) });
  }
  const refusal =
    untimelyReport(record, { assignment, progress, receivedAt: cause.at }) ??
    crowdedBy(record, { ...assignment, what: progress.status, at: cause.at });
  return refusal ? refused(refusal) : recorded(record, { assignment, progress, cause });
}

const refused = (refusal: Refusal): Reported => ({ kind: "refused", refusal });

function recorded(
  record: CaseRecord,
  { assignment, progress, cause }: { assignment: Assignment; progress: Progress; cause: Cause },
): Reported {
  const moved = movedBy(assignment, progress, cause.at);
  const assignments = record.assignments.map((other) => (other === assignment ? moved : other));
  const proposals = settleProposals({ ...record, assignments }, { before: record, at: cause.at });
  const change: Change = {
    record: proposals.record,
    facts: [{ what: "progress-reported", ...progress }, ...proposals.facts],
    drafts: [
      statusChanged(record, moved, { ...progress, previousStatus: assignment.status }),
      ...proposals.drafts,
    ],
  };
  const next = nextVersion(change, { cause, by: assignment.provider });
  return { kind: "recorded", record: next, assignment: moved };
}

/** A reason or a result belongs to its status, and leaves with it. */
function movedBy(
  assignment: Assignment,
  { status, occurredAt, expectedStartOn, reason, result }: Progress,
  heardAt: Instant,
): Assignment {
  const hasBegun = status === "in-progress" && assignment.begunAt === undefined;
  return {
    ...without(without(assignment, "reason"), "result"),
    status,
    // A report that all goes on reaches no new status.
    statusAt: status === assignment.status ? assignment.statusAt : occurredAt,
    heardAt,
    ...(hasBegun ? { begunAt: occurredAt } : {}),
    ...(expectedStartOn ? { expectedStartOn } : {}),
    ...(reason ? { reason } : {}),
    ...(result ? { result } : {}),
  };
}

type Report = Extract<HistoryEntry, { what: "progress-reported" }>;

const isReport = (entry: HistoryEntry, progressId: string): entry is Report =>
  entry.what === "progress-reported" && entry.progressId === progressId;

function says(entry: Report, progress: Progress): boolean {
  const { what: _what, version: _version, at: _at, by: _by, ...report } = entry;
  return JSON.stringify(sorted(report)) === JSON.stringify(sorted(progress));
}

const sorted = (progress: Progress) => [
  progress.assignmentId,
  progress.status,
  progress.occurredAt,
  progress.expectedStartOn,
  progress.reason?.code,
  progress.reason?.whose,
  progress.reason?.text,
  progress.result,
];
