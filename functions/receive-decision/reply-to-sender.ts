import { type Outlet, reply } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { inboxOf, type Municipality, partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

export type Reply = (
  happening: string,
  data: Readonly<Record<string, unknown>>,
  correlationId?: string,
) => Promise<void>;

/** Sends a reply to the sender's inbox: what came of a message of which nothing was stored. */
export const replier =
  (
    { municipality, outlet }: { readonly municipality: Municipality; readonly outlet: Outlet },
    { messageId, queue, sentAt }: QueueMessage,
  ): Reply =>
  async (happening, data, correlationId = `${queue}.${messageId}`) => {
    const answer = reply(
      {
        queue: inboxOf(partyOf(queue)),
        happening,
        subject: correlationId,
        data: { messageId, ...data },
      },
      {
        // The id holds a hash of the content: a retry with the same answer is deduplicated, one whose answer has
        // changed is sent.
        id: `${messageId}.${happening}.${contentHash(data).slice(0, 12)}`,
        correlationId,
        cause: { municipality, at: sentAt, causationId: messageId },
      },
    );
    const unsent = await outlet.send([answer]);
    if (unsent.size > 0) throw new NotReplied();
  };

/** The reply to the sender could not be sent. SQS delivers the message again. */
class NotReplied extends Error {
  override readonly name = "NotReplied";
}
