import { answerOf, correlationIdOf, type DeadLetters, type Outlet } from "@hemvist/casework";
import { fault, type Incoming, setAsideOf, unreadableReason } from "@hemvist/contracts";
import { type Municipality, partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { noteDecision } from "./log-outcome.ts";
import type { Received } from "./receive-decision.ts";
import { replier } from "./reply-to-sender.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly receive: (arrival: Arrival) => Promise<Received>;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
}

/** What came of it. On a queue, another administration's decision is set aside like one that cannot be read. */
export type Taken = Exclude<Received, { readonly kind: "not-yours" }>;

/**
 * A revision came before its predecessor. It waits on its queue until the predecessor comes, or until the attempts are
 * over.
 */
export class AwaitsPredecessor extends Error {
  override readonly name = "AwaitsPredecessor";
}

// Ours. The queue makes it wait for its visibility timeout each time, so its sender gets a reply within minutes. It is
// less than the queue's own limit, after which SQS would move the message to the dead-letter queue.
const patience = 4;

/**
 * Takes a decision that came on an administration's queue. The sender of one that cannot be read gets an answer,
 * and then it is set aside at once. The sender of one that changes nothing gets an answer, too.
 */
export const takeDecision =
  ({ municipality, receive, deadLetters, outlet }: Ports) =>
  async (message: QueueMessage, sent: Incoming<"decision">): Promise<Taken> => {
    const reply = replier({ municipality, outlet }, message);
    const { named } = sent;
    const received = await receivedOf(sent, { message, receive });
    switch (received.kind) {
      case "unreadable":
        await reply("decision.unreadable", { ...named, faults: received.faults });
        await deadLetters.setAside({ ...letterOf(message, sent), reason: unreadableReason(received.faults) });
        break;
      case "revision-skipped":
        if (message.attempt < patience) throw new AwaitsPredecessor();
        await reply("decision.refused", {
          ...named,
          why: received.kind,
          expectedRevision: received.expectedRevision,
        });
        break;
      case "content-differs":
        await reply("decision.refused", { ...named, why: received.kind, revision: received.revision });
        break;
      case "known": {
        const answer = answerOf(received.record, received.revision);
        await reply(`decision.${answer.outcome}`, { ...answer }, correlationIdOf(received.record));
        break;
      }
      case "recorded":
        break;
    }
    noteDecision(received, partyOf(message.queue));
    return received;
  };

/** A signature over what is left out would tell a person who guesses right. */
function letterOf(message: QueueMessage, sent: Incoming<"decision">): QueueMessage {
  const body = setAsideOf(message.body, sent);
  const { signature: _over, ...unsigned } = message;
  return body === message.body ? message : { ...unsigned, body };
}

const receivedOf = async (
  sent: Incoming<"decision">,
  { message, receive }: { readonly message: QueueMessage } & Pick<Ports, "receive">,
): Promise<Taken> => {
  if ("faults" in sent) return { kind: "unreadable", faults: sent.faults };
  const received = await receive(arrivalOf(message, sent));
  return received.kind === "not-yours"
    ? { kind: "unreadable", faults: [fault("/administration", "not-your-queue")] }
    : received;
};
