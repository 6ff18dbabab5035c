import type { Incoming, Named } from "@hemvist/contracts";
import { partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import { noteProgress } from "./log-outcome.ts";
import type { Recorded } from "./record-progress.ts";
import { type Refused, type Ports as Reply, refuse } from "./reply-to-provider.ts";
import { type Report, reportOf } from "./report.ts";

export interface Ports extends Reply {
  readonly record: (report: Report) => Promise<Recorded>;
}

/**
 * Takes a provider's report. One that cannot be read is set aside at once. The provider gets a refusal of that, and of
 * a report that changes nothing.
 */
export const takeProgress =
  ({ record, ...reply }: Ports) =>
  async (message: QueueMessage, sent: Incoming<"progress">): Promise<void> => {
    const recorded: Recorded =
      "faults" in sent ? { kind: "unreadable", faults: sent.faults } : await record(reportOf(message, sent));
    const refused = refusalOf(recorded, sent.named);
    if (refused) await refuse(reply, { message, refused });
    noteProgress(recorded, partyOf(message.queue));
  };

/** The reply to a provider whose report changed nothing. Undefined for a report that was taken. */
function refusalOf(recorded: Recorded, named: Named): Refused | undefined {
  if (recorded.kind === "unreadable") {
    const { faults } = recorded;
    return { thing: "progress", data: { ...named, why: "unreadable", faults }, faults };
  }
  const { progress, reported } = recorded;
  if (reported.kind !== "refused") return undefined;
  const { assignmentId, progressId } = progress;
  return {
    thing: "progress",
    subject: assignmentId,
    data: { assignmentId, progressId, ...reported.refusal },
  };
}
