import type { Incoming } from "@hemvist/contracts";
import { partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

/** An administration's message as it came, whichever way. */
export interface Arrival {
  /** The JSON value of the message; what the sender's envelope adds is not part of it. */
  readonly message: unknown;
  readonly receivedAt: string;
  /** The id of the request or of the queue message. The messages that it causes name it as their cause. */
  readonly causationId: string;
  readonly traceparent?: string;
  /** The administration whose token or queue it came with. */
  readonly sender: string;
}

/** A message from a queue, with an envelope that could be opened. */
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
