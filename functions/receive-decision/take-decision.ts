import { answerOf, correlationIdOf, type DeadLetters, type Outlet } from "@hemvist/casework";
import { decisionNamedIn, type Named, openEnvelope } from "@hemvist/contracts";
import { civilDateAt, type Municipality, partyOf, typeOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Arrival, Received } from "./receive-decision.ts";
import { teller } from "./tell-sender.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly receive: (arrival: Arrival) => Promise<Received>;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
}

/** A revision came before its predecessor: it waits on its queue until that has come, or its patience is over. */
export class AwaitsPredecessor extends Error {
  override readonly name = "AwaitsPredecessor";
}

// Ours. The queue makes it wait for its visibility timeout each time; one less than the queue's own limit,
// so that the sender is told before the message would be set aside without a word.
const patience = 4;

/**
 * Takes a decision off the queue of an administration, whose name is the queue's. What cannot be read is set aside
 * at once, and its sender told; so is whoever sent what changes nothing.
 */
export const takeDecision =
  ({ municipality, receive, deadLetters, outlet }: Ports) =>
  async (message: QueueMessage): Promise<Received> => {
    const tell = teller({ municipality, outlet }, message);
    const { received, named } = await read(message, {
      municipality,
      sender: partyOf(message.queue),
      receive,
    });
    switch (received.kind) {
      case "unreadable": {
        const codes = [...new Set(received.faults.map(({ code }) => code))];
        await deadLetters.setAside({ ...message, reason: `unreadable: ${codes.join(", ")}` });
        await tell("decision.unreadable", { ...named, faults: received.faults });
        break;
      }
      case "revision-skipped":
        if (message.attempt < patience) throw new AwaitsPredecessor();
        await tell("decision.refused", {
          ...named,
          why: received.kind,
          expectedRevision: received.expectedRevision,
        });
        break;
      case "content-differs":
        await tell("decision.refused", { ...named, why: received.kind, revision: received.revision });
        break;
      case "known": {
        const answer = answerOf(received.record, received.revision);
        await tell(`decision.${answer.outcome}`, { ...answer }, correlationIdOf(received.record));
        break;
      }
      case "recorded":
        break;
    }
    return received;
  };

/** What came of a message, and which decision it is about, as far as that can be read. */
async function read(
  { messageId, body, sentAt }: QueueMessage,
  { municipality, sender, receive }: Pick<Ports, "municipality" | "receive"> & { sender: string },
): Promise<{ readonly received: Received; readonly named: Named }> {
  const opened = openEnvelope(body, typeOf(municipality, "decision.made"));
  const named = decisionNamedIn(opened.data, { receivedOn: civilDateAt(sentAt), municipality });
  if ("faults" in opened) return { received: { kind: "unreadable", faults: opened.faults }, named };
  const { data, ...trace } = opened;
  const received = await receive({
    message: data,
    receivedAt: sentAt,
    causationId: messageId,
    sender,
    ...trace,
  });
  return { received, named };
}
