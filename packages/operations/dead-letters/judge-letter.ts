import {
  type CaseRecord,
  type Cause,
  type HistoryEntry,
  type Progress,
  type Proposing,
  propose,
  receive,
  reportProgress,
  type Settling,
  settle,
} from "@hemvist/casework";
import { type Municipality, partyOf } from "@hemvist/rules";
import { isReplaced } from "./is-replaced.ts";
import { judgeEvent, type SentOut } from "./judge-event.ts";
import type { Content, ReadLetter } from "./read-letter.ts";
import type { Verdict } from "./verdict.ts";

export interface Judged {
  readonly verdict: Verdict;
  /** The record as it would be after, for the letters that follow of the same decision. */
  readonly after?: CaseRecord | undefined;
}

interface Standing {
  readonly record: CaseRecord | undefined;
  /** Messages of the same decision in the same dead-letter queue: they have not gone out either. */
  readonly aside: readonly SentOut[];
  readonly now: string;
  readonly municipality: Municipality;
}

/** What would happen to a letter now, by the same pure functions that would handle it. */
export function judgeLetter(
  { letter, content, decision }: ReadLetter,
  { record, aside, now, municipality }: Standing,
): Judged {
  const cause: Cause = { municipality, at: now, causationId: letter.id };
  const sender = partyOf(letter.queue);
  switch (content.is) {
    case "unreadable":
      return { verdict: { kind: "unreadable", codes: content.codes } };
    case "missed-run":
      return { verdict: { kind: "missed-run" } };
    case "record":
      return {
        verdict:
          decision !== undefined && isReplaced(record, { version: content.version, writtenAt: letter.sentAt })
            ? { kind: "record-replaced" }
            : { kind: "record-unreadable", error: "UnknownForm" },
      };
    case "reply":
      return { verdict: { kind: "would-be-handed-over" } };
    case "event":
      return { verdict: judgeEvent(content, { record, aside, queue: letter.queue }) };
    case "decision":
      return judgeDecision(content, { record, cause });
    case "progress":
      return judgeProgress(content.progress, { record, cause, sender });
    case "proposal":
      return judgeProposal(content.proposing, { record, cause, sender });
    case "settlement":
      return judgeSettlement(content.settling, { record, cause, sender });
  }
}

interface On {
  readonly record: CaseRecord | undefined;
  readonly cause: Cause;
}

function judgeDecision(
  { decision, contentHash }: Extract<Content, { is: "decision" }>,
  { record, cause }: On,
): Judged {
  // The pseudonym makes no difference to whether hemvist takes it.
  const incoming = { decision, contentHash, personKey: record?.personKey ?? "" };
  const reception = receive(record, incoming, cause);
  const standing = record?.standing?.decision.revision ?? 0;
  switch (reception.kind) {
    case "recorded":
      // hemvist judges a returned content anew if SF sends it again. A letter is no new message from SF.
      return record?.history.some((entry) => isReturnOf(entry, { decision, contentHash }))
        ? { verdict: { kind: "already-taken" } }
        : { verdict: { kind: "would-be-taken" }, after: reception.record };
    case "known":
      return { verdict: { kind: "already-taken" } };
    case "revision-skipped":
      // Its predecessor would have been judged first if it were a letter here. Sent again, this letter waits for it as
      // any revision does. In the end its sender gets the number of the missing one.
      return { verdict: { kind: "would-be-refused", why: reception.kind } };
    case "content-differs":
      return {
        verdict:
          standing > decision.revision
            ? { kind: "overtaken", by: `revision ${standing}` }
            : { kind: "would-be-refused", why: "content-differs" },
      };
  }
}

const isReturnOf = (
  entry: HistoryEntry,
  { decision, contentHash }: Pick<Extract<Content, { is: "decision" }>, "decision" | "contentHash">,
): boolean =>
  entry.what === "revision-returned" &&
  entry.revision === decision.revision &&
  entry.contentHash === contentHash;

interface OnAssignment extends On {
  readonly sender: string;
}

function judgeProgress(progress: Progress, { record, cause, sender }: OnAssignment): Judged {
  if (record === undefined) return { verdict: { kind: "waits", for: progress.assignmentId } };
  const reported = reportProgress(record, progress, { sender, cause });
  if (reported.kind === "known") return { verdict: { kind: "already-taken" } };
  const newer = record.history.find((entry) => isNewerReport(entry, progress));
  if (newer) return { verdict: { kind: "overtaken", by: `version ${newer.version}` } };
  if (reported.kind === "recorded") return { verdict: { kind: "would-be-taken" }, after: reported.record };
  return { verdict: ofRefusal(reported.refusal.why, { awaited: progress.assignmentId, record }) };
}

/** hemvist has taken a later report on the same assignment, or the SF has cancelled the assignment since. */
const isNewerReport = (entry: HistoryEntry, { assignmentId, occurredAt, progressId }: Progress): boolean =>
  (entry.what === "progress-reported" &&
    entry.assignmentId === assignmentId &&
    entry.progressId !== progressId &&
    entry.occurredAt > occurredAt) ||
  (entry.what === "assignment-cancelled" && entry.assignmentId === assignmentId && entry.at > occurredAt);

function judgeProposal(proposing: Proposing, { record, cause, sender }: OnAssignment): Judged {
  if (record === undefined) return { verdict: { kind: "waits", for: proposing.assignmentId } };
  const proposed = propose(record, proposing, { sender, cause });
  if (proposed.kind === "known") return { verdict: { kind: "already-taken" } };
  const newer = record.proposals.find(
    ({ assignmentId, madeAt }) => assignmentId === proposing.assignmentId && madeAt > proposing.madeAt,
  );
  if (newer) return { verdict: { kind: "overtaken", by: `proposal ${newer.proposalId}` } };
  return proposed.kind === "refused"
    ? { verdict: ofRefusal(proposed.refusal.why, { awaited: proposing.assignmentId, record }) }
    : { verdict: { kind: "would-be-taken" }, after: proposed.record };
}

function judgeSettlement(settling: Settling, { record, cause, sender }: OnAssignment): Judged {
  if (record === undefined) return { verdict: { kind: "waits", for: settling.assignmentId } };
  const settled = settle(record, settling, { sender, cause });
  if (settled.kind === "known") return { verdict: { kind: "already-taken" } };
  if (settled.kind !== "refused") return { verdict: { kind: "would-be-taken" }, after: settled.record };
  const { why } = settled.refusal;
  return {
    verdict: ofRefusal(why, {
      awaited: why === "no-such-proposal" ? settling.proposalId : settling.assignmentId,
      record,
    }),
  };
}

interface Awaited {
  readonly awaited: string;
  readonly record: CaseRecord;
}

function ofRefusal(why: string, { awaited, record }: Awaited): Verdict {
  switch (why) {
    case "no-such-assignment":
      // To a party that never had it, hemvist answers as if it were not there.
      return record.assignments.some(({ assignmentId }) => assignmentId === awaited)
        ? { kind: "would-be-refused", why }
        : { kind: "waits", for: awaited };
    case "no-such-proposal":
      return { kind: "waits", for: awaited };
    case "already-settled":
    case "assignment-ended":
      return { kind: "overtaken", by: why };
    default:
      return { kind: "would-be-refused", why };
  }
}
