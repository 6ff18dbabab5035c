import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { mayReceiveFromAll } from "../permissions.ts";
import { everyDeadLetterQueueOf, everyQueueOf, type Traffic } from "../queue-names.ts";
import type { PartyAddresses } from "./party-addresses.ts";
import type { ServiceFunction } from "./service-function.ts";

/**
 * Lets a function read queues, ten messages at a time. The function says which of them failed, so that the others are
 * not read again. Each queue has a bound on runs at once, so no party can crowd out the others.
 */
export const readQueues = (
  reader: ServiceFunction,
  {
    traffic,
    addresses,
    perQueue,
  }: { readonly traffic: Traffic; readonly addresses: PartyAddresses; readonly perQueue: number },
): void => {
  for (const { name, queue } of addresses.queues(traffic)) {
    new EventSourceMapping(reader, `reads-${name}`, {
      target: reader.live,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      maxConcurrency: perQueue,
      reportBatchItemFailures: true,
    });
  }
  mayReceiveFromAll(reader.role, {
    like: [everyQueueOf(traffic)],
    butNot: [everyDeadLetterQueueOf(traffic)],
  });
};
