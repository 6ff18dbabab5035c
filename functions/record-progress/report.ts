import type { Incoming } from "@hemvist/contracts";
import { partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

/** A provider's message as it came, whichever way. */
export interface Report {
  readonly message: unknown;
  readonly receivedAt: string;
  readonly traceparent?: string;
  /** The party whose queue it came on; absent where the way it came does not tell. */
  readonly sender?: string;
  /** The assignment in the address it was posted to, which must be the message's own. */
  readonly addressedTo?: string;
}

/** A message off a queue, whose envelope could be opened. */
export const reportOf = (
  { queue, sentAt }: QueueMessage,
  { data, traceparent }: Extract<Incoming<string>, { data: unknown }>,
): Report => ({
  message: data,
  receivedAt: sentAt,
  sender: partyOf(queue),
  ...(traceparent === undefined ? {} : { traceparent }),
});
