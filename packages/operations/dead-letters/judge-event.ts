import type { CaseRecord, CloudEvent, HistoryEntry } from "@hemvist/casework";
import { assignmentsOf, happeningOf } from "@hemvist/rules";
import type { Verdict } from "./verdict.ts";

/** What a version of a decision sent. */
export interface SentOut {
  readonly event: CloudEvent;
  readonly version: number;
}

interface Standing {
  readonly record: CaseRecord | undefined;
  /** The letters of the same decision in the same dead-letter queue. */
  readonly aside: readonly SentOut[];
  readonly queue: string;
}

/**
 * Whether hemvist may still send a message that a party did not take: only if nothing newer about the same thing has
 * gone out. A newer letter in the same dead-letter queue has not gone out. It follows in its order.
 */
export function judgeEvent({ event, version }: SentOut, { record, aside, queue }: Standing): Verdict {
  const isAside = (entry: HistoryEntry): boolean =>
    aside.some((other) => other.version === entry.version && isAboutTheSame(entry, other.event));
  const newer = record?.history.find(
    (entry) => entry.version > version && isAboutTheSame(entry, event) && !isAside(entry),
  );
  return newer === undefined || isEndedHere(event, { record, queue })
    ? { kind: "would-be-handed-over" }
    : { kind: "overtaken", by: `version ${newer.version}` };
}

/** A provider that has lost the assignment gets nothing newer than the cancellation. */
function isEndedHere(
  { type, subject }: CloudEvent,
  { record, queue }: Pick<Standing, "record" | "queue">,
): boolean {
  const assignment = record?.assignments.find(({ assignmentId }) => assignmentId === subject);
  return (
    happeningOf(type) === "assignment.cancelled" &&
    assignment !== undefined &&
    assignmentsOf(assignment.provider) !== queue
  );
}

function isAboutTheSame(entry: HistoryEntry, { type, subject, data }: CloudEvent): boolean {
  switch (happeningOf(type)) {
    case "assignment.requested":
    case "assignment.amended":
    case "assignment.cancelled":
      return isHandedOver(entry, subject) || isHandedOverAgain(entry, subject);
    case "assignment.reminder":
      return isHandedOver(entry, subject) || isReport(entry, subject);
    case "assignment.status-changed":
      return isReport(entry, subject);
    case "decision.assigned":
    case "decision.returned":
      return entry.what === "revision-assigned" || entry.what === "revision-returned";
    case "follow-up.due":
      return (
        (entry.what === "follow-up-told" || entry.what === "follow-up-ended") &&
        entry.kind === data["kind"] &&
        entry.about === (data["proposalId"] ?? data["assignmentId"] ?? "decision")
      );
    case "proposal.status-changed":
      return entry.what === "proposal-changed" && entry.proposalId === data["proposalId"];
    default:
      return false;
  }
}

const isHandedOver = (entry: HistoryEntry, assignmentId: string): boolean =>
  (entry.what === "assignment-requested" ||
    entry.what === "assignment-amended" ||
    entry.what === "assignment-cancelled") &&
  entry.assignmentId === assignmentId;

const isHandedOverAgain = (entry: HistoryEntry, assignmentId: string): boolean =>
  entry.what === "follow-up-told" && entry.kind === "not-acknowledged" && entry.about === assignmentId;

const isReport = (entry: HistoryEntry, assignmentId: string): boolean =>
  entry.what === "progress-reported" && entry.assignmentId === assignmentId;
