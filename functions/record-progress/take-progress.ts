import { type Named, openEnvelope, progressNamedIn } from "@hemvist/contracts";
import { civilDateAt, partyOf, typeOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Recorded, Report } from "./record-progress.ts";
import { type Refused, refuse, type Ports as Tell } from "./tell-provider.ts";

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
    const { recorded, named } = await read(message, { record, ...tell });
    const refused = refusalOf(recorded, named);
    if (refused) await refuse(tell, { message, refused });
  };

/** What came of a message, and which report it is, as far as that can be read. */
async function read(
  { body, queue, sentAt }: QueueMessage,
  { municipality, record }: Ports,
): Promise<{ readonly recorded: Recorded; readonly named: Named }> {
  const opened = openEnvelope(body, typeOf(municipality, "progress.reported"));
  const named = progressNamedIn(opened.data, civilDateAt(sentAt));
  if ("faults" in opened) return { recorded: { kind: "unreadable", faults: opened.faults }, named };
  const { data, ...trace } = opened;
  const recorded = await record({ message: data, receivedAt: sentAt, sender: partyOf(queue), ...trace });
  return { recorded, named };
}

/** What a provider is told of a report that changed nothing; undefined for one that was taken. */
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
