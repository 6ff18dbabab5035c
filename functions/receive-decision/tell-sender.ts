import { type Outlet, reply } from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { inboxOf, type Municipality, partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

export type Tell = (
  happening: string,
  data: Readonly<Record<string, unknown>>,
  correlationId?: string,
) => Promise<void>;

/** Tells the sender, in its inbox, what came of a message of which nothing was stored. */
export const teller =
  (
    { municipality, outlet }: { readonly municipality: Municipality; readonly outlet: Outlet },
    { messageId, queue, sentAt }: QueueMessage,
  ): Tell =>
  async (happening, data, correlationId = `${queue}.${messageId}`) => {
    const answer = reply(
      {
        queue: inboxOf(partyOf(queue)),
        happening,
        subject: correlationId,
        data: { messageId, ...data },
      },
      {
        // An answer says how things stand when it is given: given again, with other content, it is another answer.
        id: `${messageId}.${happening}.${contentHash(data).slice(0, 12)}`,
        correlationId,
        cause: { municipality, at: sentAt, causationId: messageId },
      },
    );
    const unsent = await outlet.send([answer]);
    if (unsent.size > 0) throw new NotTold();
  };

/** The sender could not be told; the message comes again. */
class NotTold extends Error {
  override readonly name = "NotTold";
}
