import { type Letter, unreadRecords } from "@hemvist/adapters";
import type { CaseRecord, HistoryEntry, Instant } from "@hemvist/casework";
import { partyOf } from "@hemvist/rules";
import { type Named, namedIn } from "./named-in.ts";

/**
 * When the sender of a letter that cannot be read has sent one about the same thing that hemvist could read. Then
 * nothing waits for the letter. Undefined if the record has none.
 */
export function rightOneSince(
  { queue, body, sentAt }: Pick<Letter, "queue" | "body" | "sentAt">,
  record: CaseRecord | undefined,
): Instant | undefined {
  const named = namedIn(body);
  const sender = queue === unreadRecords ? named.administration : partyOf(queue);
  return record?.history.findLast(
    (entry) => entry.by === sender && entry.at > sentAt && isAboutTheSame(entry, named),
  )?.at;
}

/** The same assignment; or the same revision of the decision, or a later one. */
function isAboutTheSame(entry: HistoryEntry, { assignmentId, revision = 0 }: Named): boolean {
  switch (entry.what) {
    case "progress-reported":
    case "proposal-changed":
      return entry.assignmentId === assignmentId;
    case "revision-assigned":
    case "revision-returned":
      return assignmentId === undefined && entry.revision >= revision;
    default:
      return false;
  }
}
