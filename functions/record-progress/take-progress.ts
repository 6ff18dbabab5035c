import { openEnvelope } from "@hemvist/contracts";
import type { QueueMessage } from "@hemvist/runtime";
import type { Recorded, Report } from "./record-progress.ts";
import { providerOf, type Refused, refuse, type Ports as Tell } from "./tell-provider.ts";

export interface Ports extends Tell {
  readonly record: (report: Report) => Promise<Recorded>;
}

/**
 * Takes a report off a provider's queue, whose name tells who reports. What cannot be read is set aside at once;
 * of that, and of what is refused, the provider is told, and nothing else changes.
 */
export const takeProgress =
  ({ record, ...tell }: Ports) =>
  async (message: QueueMessage): Promise<void> => {
    const refused = refusalOf(await read(message, record));
    if (refused) await refuse(tell, { message, refused });
  };

function read({ body, queue, sentAt }: QueueMessage, record: Ports["record"]): Promise<Recorded> {
  const opened = openEnvelope(body, "se.goteborg.hemvist.progress.reported.v1");
  if ("faults" in opened) return Promise.resolve({ kind: "unreadable", faults: opened.faults });
  const { data, ...trace } = opened;
  return record({ message: data, receivedAt: sentAt, sender: providerOf(queue), ...trace });
}

/** What a provider is told of a report that changed nothing; undefined for one that was taken. */
function refusalOf(recorded: Recorded): Refused | undefined {
  if (recorded.kind === "unreadable") {
    const { faults } = recorded;
    return { thing: "progress", data: { why: "unreadable", faults }, faults };
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
