import type { Incoming } from "@hemvist/contracts";
import { partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

/** A provider's message as it came, whichever way. */
export interface Report {
  readonly message: unknown;
  readonly receivedAt: string;
  readonly traceparent?: string;
  /** The party whose token or queue it came with. */
  readonly sender: string;
  /** The assignment in the request's address. It must be the one in the message. */
  readonly addressedTo?: string;
}

/** A message from a queue, with an envelope that could be opened. */
export const reportOf = (
  { queue, sentAt }: QueueMessage,
  { data, traceparent }: Extract<Incoming<string>, { data: unknown }>,
): Report => ({
  message: data,
  receivedAt: sentAt,
  sender: partyOf(queue),
  ...(traceparent === undefined ? {} : { traceparent }),
});
