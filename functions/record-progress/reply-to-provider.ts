import { type DeadLetters, type Outlet, reply } from "@hemvist/casework";
import { contentHash, type Fault, unreadableReason } from "@hemvist/contracts";
import { assignmentsOf, type Municipality, partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

export interface Ports {
  readonly municipality: Municipality;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
}

/** Why a message changed nothing, as the reply to its sender says. */
export interface Refused {
  /** What was refused: `progress` or `proposal`. */
  readonly thing: "progress" | "proposal";
  /** The assignment that it concerns, if it could be read. */
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Why it could not be read at all. It is then set aside too. */
  readonly faults?: readonly Fault[];
}

/** The reply to the provider could not be sent. SQS delivers the message again. */
class NotReplied extends Error {
  override readonly name = "NotReplied";
}

/** Sends a provider the reason why its message changed nothing. Then it sets aside a message that cannot be read. */
export async function refuse(
  { municipality, deadLetters, outlet }: Ports,
  { message, refused }: { message: QueueMessage; refused: Refused },
): Promise<void> {
  const { messageId, queue, sentAt } = message;
  const answer = reply(
    {
      queue: assignmentsOf(partyOf(queue)),
      happening: `${refused.thing}.refused`,
      subject: refused.subject ?? messageId,
      data: { messageId, ...refused.data },
    },
    {
      // The id holds a hash of the content: a retry with the same answer is deduplicated, one whose answer has changed
      // is sent.
      id: `${messageId}.refused.${contentHash(refused.data).slice(0, 12)}`,
      correlationId: `${queue}.${messageId}`,
      cause: { municipality, at: sentAt, causationId: messageId },
    },
  );
  const unsent = await outlet.send([answer]);
  if (unsent.size > 0) throw new NotReplied();
  if (refused.faults) await deadLetters.setAside({ ...message, reason: unreadableReason(refused.faults) });
}
