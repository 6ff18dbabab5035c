import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Seeded } from "../world/seeded.ts";
import { second, type VirtualTime } from "../world/virtual-time.ts";
import { arnNamed } from "./party-queues.ts";
import type { Receipt, SimulatedQueue } from "./queue.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  /** How long it is still disabled; not at all where it is no more than 0. */
  readonly disabledFor: () => number;
  /** Undefined where the function died before it had answered: then all of it comes again. */
  readonly invoke: (batch: SQSEvent, receipts: readonly Receipt[]) => Promise<SQSBatchResponse | undefined>;
}

const batchSize = 10;
const mostAtOnce = 5;

/** What takes batches off a queue, hands them to a function and deletes what did not fail. */
export function eventSource(
  queue: SimulatedQueue,
  { time, chance, disabledFor, invoke }: Options,
): { wake: () => void } {
  let running = 0;
  let isPlanned = false;

  function wake(): void {
    if (isPlanned || running >= mostAtOnce) return;
    isPlanned = true;
    time.after(chance.below(20 * second), poll);
  }

  function poll(): void {
    const wait = disabledFor();
    if (wait > 0) {
      time.after(wait, poll);
      return;
    }
    isPlanned = false;
    while (running < mostAtOnce) {
      const receipts = queue.receive(batchSize);
      if (receipts.length === 0) return;
      running += 1;
      void hand(receipts);
    }
  }

  async function hand(receipts: readonly Receipt[]): Promise<void> {
    const batch = { Records: receipts.map(({ message }) => recordOf(queue, message)) };
    const response = await invoke(batch, receipts);
    running -= 1;
    const failed = new Set(response?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const done = receipts.filter(({ message }) => !failed.has(message.messageId));
    // An identifier that is not of the batch fails all of it.
    const isUnderstood = response !== undefined && failed.size === receipts.length - done.length;
    if (isUnderstood) for (const receipt of done) queue.delete(receipt);
    wake();
  }
  return { wake };
}

const recordOf = ({ manner }: SimulatedQueue, message: Receipt["message"]): SQSRecord => ({
  messageId: message.messageId,
  body: message.body,
  receiptHandle: "",
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: "",
    ApproximateFirstReceiveTimestamp: "",
    ...(manner.isFifo && message.group !== undefined ? { MessageGroupId: message.group } : {}),
  },
  messageAttributes:
    message.signature === undefined
      ? {}
      : { signature: { dataType: "String", stringValue: message.signature } },
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: arnNamed(manner.isFifo ? `${manner.name}.fifo` : manner.name),
  awsRegion: "eu-north-1",
});
