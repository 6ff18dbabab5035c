import { kmsMessageSigner, type Signing } from "./message-signer.ts";
import type { QueueUrls } from "./queue-addresses.ts";
import { queueReads } from "./self-check-reads.ts";
import { sqsOutlet } from "./sqs-outlet.ts";

interface Where {
  readonly QUEUE_URLS: QueueUrls;
  readonly SIGNING: Signing;
}

/** The way out to the parties, the keys with which they check it, and what a self-check reads of the two settings. */
export function signedOutlet(
  { QUEUE_URLS, SIGNING }: Where,
  onRefused: (queue: string, why: unknown) => void,
) {
  const signer = kmsMessageSigner(SIGNING);
  return {
    outlet: sqsOutlet(QUEUE_URLS, { signer, onRefused }),
    keys: signer,
    outletReads: { QUEUE_URLS: queueReads(QUEUE_URLS), SIGNING: { key: signer.check } },
  };
}
