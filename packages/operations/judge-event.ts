import type { CaseRecord, CloudEvent, HistoryEntry } from "@hemvist/casework";
import type { Verdict } from "./verdict.ts";

interface Sent {
  readonly event: CloudEvent;
  readonly version: number;
}

/**
 * Whether a message that a party did not take may still be handed over: only where nothing newer about the same thing
 * has gone out to it. What is newer and lies in the same dead-letter queue has not; it follows in its order.
 */
export function judgeEvent(
  { event, version }: Sent,
  { record, aside }: { readonly record: CaseRecord | undefined; readonly aside: ReadonlySet<number> },
): Verdict {
  const newer = record?.history.find(
    (entry) => entry.version > version && !aside.has(entry.version) && isAboutTheSame(entry, event),
  );
  return newer === undefined
    ? { kind: "would-be-handed-over" }
    : { kind: "overtaken", by: `version ${newer.version}` };
}

function isAboutTheSame(entry: HistoryEntry, { type, subject, data }: CloudEvent): boolean {
  const happening = type.replace("se.goteborg.hemvist.", "").replace(".v1", "");
  switch (happening) {
    case "assignment.requested":
      return isHandedOver(entry, subject) || isHandedOverAgain(entry, subject);
    case "assignment.amended":
    case "assignment.cancelled":
      return isHandedOver(entry, subject);
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
