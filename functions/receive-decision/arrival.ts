import type { Incoming } from "@hemvist/contracts";
import { partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

/** An administration's message as it came, whichever way. */
export interface Arrival {
  /** The JSON value of the message; what the sender's envelope adds is not part of it. */
  readonly message: unknown;
  readonly receivedAt: string;
  /** The request's or the queue message's own id: what came of it names it as its cause. */
  readonly causationId: string;
  readonly traceparent?: string;
  /** The administration whose queue it came on; absent where the way it came does not tell. */
  readonly sender?: string;
}

/** A message off a queue, whose envelope could be opened. */
export const arrivalOf = (
  { messageId, queue, sentAt }: QueueMessage,
  { data, traceparent }: Extract<Incoming<string>, { data: unknown }>,
): Arrival => ({
  message: data,
  receivedAt: sentAt,
  causationId: messageId,
  sender: partyOf(queue),
  ...(traceparent === undefined ? {} : { traceparent }),
});
