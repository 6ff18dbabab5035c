import { assignmentsOf, type DeadLetters, type Outlet, reply } from "@hemvist/casework";
import { openEnvelope } from "@hemvist/contracts";
import type { QueueMessage } from "@hemvist/runtime";
import type { Recorded, Report } from "./record-progress.ts";

export interface Ports {
  readonly record: (report: Report) => Promise<Recorded>;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
}

/** The provider could not be told; the message comes again. */
class NotTold extends Error {
  override readonly name = "NotTold";
}

/**
 * Takes a report off a provider's queue, whose name tells who reports. What cannot be read is set aside at once;
 * of that, and of what is refused, the provider is told, and nothing else changes.
 */
export const takeProgress =
  ({ record, deadLetters, outlet }: Ports) =>
  async (message: QueueMessage): Promise<void> => {
    const provider = message.queue.replace(/^progress-/, "");
    const recorded = await read(message, { provider, record });
    const refusal = refusalOf(recorded);
    if (refusal === undefined) return;
    if (recorded.kind === "unreadable") {
      const codes = [...new Set(recorded.faults.map(({ code }) => code))];
      await deadLetters.setAside({ ...message, reason: `unreadable: ${codes.join(", ")}` });
    }
    const answer = reply(
      {
        queue: assignmentsOf(provider),
        happening: "progress.refused",
        subject: recorded.kind === "read" ? recorded.progress.assignmentId : message.messageId,
        data: { messageId: message.messageId, ...refusal },
      },
      {
        id: `${message.messageId}.refused`,
        correlationId: `${message.queue}.${message.messageId}`,
        cause: { at: message.sentAt, causationId: message.messageId },
      },
    );
    const unsent = await outlet.send([answer]);
    if (unsent.size > 0) throw new NotTold();
  };

function read(
  { body, sentAt }: QueueMessage,
  { provider, record }: { provider: string; record: Ports["record"] },
): Promise<Recorded> {
  const opened = openEnvelope(body, "se.goteborg.hemvist.progress.reported.v1");
  if ("faults" in opened) return Promise.resolve({ kind: "unreadable", faults: opened.faults });
  const { data, ...trace } = opened;
  return record({ message: data, receivedAt: sentAt, sender: provider, ...trace });
}

/** What a provider is told of a report that changed nothing; undefined for one that was taken. */
function refusalOf(recorded: Recorded): Readonly<Record<string, unknown>> | undefined {
  if (recorded.kind === "unreadable") return { why: "unreadable", faults: recorded.faults };
  const { progress, reported } = recorded;
  if (reported.kind !== "refused") return undefined;
  return { assignmentId: progress.assignmentId, progressId: progress.progressId, ...reported.refusal };
}
