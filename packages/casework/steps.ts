import type { AreaCode } from "@hemvist/rules";
import type { Assignment, AssignmentStatus, Instant } from "./assignment.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";
import { type Milestone, type ReportEntry, reportsOf, shows } from "./receipt.ts";

/** A step on an assignment's way. */
export interface Step {
  readonly step: "requested" | "acknowledged" | "accepted" | "begun" | "ended";
  readonly administration: string;
  readonly area: AreaCode;
  readonly provider: string;
  /** The assignment's status after it. */
  readonly status: AssignmentStatus;
  /** How long after the step that it is counted from, in milliseconds. Absent if that step was never reported. */
  readonly after?: number;
}

type Taken = Pick<Step, "step" | "status" | "after">;

/**
 * The steps that the newest version of a record brought. Each comes once on an assignment's way: neither a pause nor a
 * report that all goes on is one. The times are those at which hemvist got the reports, because clocks differ.
 */
export function stepsOf(record: CaseRecord): readonly Step[] {
  const { administration, version, history } = record;
  const newest = history.filter((entry) => entry.version === version);
  return record.assignments.flatMap((assignment) => {
    const { assignmentId, area } = assignment;
    return newest
      .filter((entry) => "assignmentId" in entry && entry.assignmentId === assignmentId)
      .flatMap((entry) => {
        const provider = "provider" in entry && entry.provider ? entry.provider : assignment.provider;
        return taken(entry, { record, assignment }).map((step) => ({
          ...step,
          administration,
          area,
          provider,
        }));
      });
  });
}

function taken(
  entry: HistoryEntry,
  { record, assignment }: { readonly record: CaseRecord; readonly assignment: Assignment },
): readonly Taken[] {
  switch (entry.what) {
    case "assignment-requested":
      return [{ step: "requested", status: "requested" }];
    case "assignment-cancelled":
      return [{ step: "ended", status: "cancelled" }];
    case "progress-reported":
      return reached(entry, { reports: reportsOf(record, assignment), assignment });
    default:
      return [];
  }
}

/** What each milestone of a receipt is called as a step, and which milestone it is counted from. */
const countedFrom = {
  acknowledgedAt: ["acknowledged", "requested"],
  acceptedAt: ["accepted", "requested"],
  startedAt: ["begun", "acceptedAt"],
  endedAt: ["ended", "startedAt"],
} as const satisfies Readonly<Record<Milestone, readonly [Step["step"], Milestone | "requested"]>>;

/** The milestones that a report is the first to show. */
function reached(
  report: ReportEntry,
  { reports, assignment }: { readonly reports: readonly ReportEntry[]; readonly assignment: Assignment },
): readonly Taken[] {
  const first = (milestone: Milestone): ReportEntry | undefined =>
    reports.find(({ status }) => shows[status].includes(milestone));
  return shows[report.status]
    .filter((milestone) => first(milestone) === report)
    .map((milestone) => {
      const [step, from] = countedFrom[milestone];
      const since = from === "requested" ? assignment.requestedAt : first(from)?.at;
      return { step, status: report.status, ...(since ? { after: between(since, report.at) } : {}) };
    });
}

/** Never less than nothing: a report may wait in its queue while a later one comes another way. */
const between = (since: Instant, at: Instant): number => Math.max(0, Date.parse(at) - Date.parse(since));
