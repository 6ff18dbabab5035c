import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { NamedQueue } from "./party-addresses.ts";
import type { ServiceFunction } from "./service-function.ts";

/**
 * Lets a function read queues, ten messages at a time. The function says which of them failed, so that the
 * others are not read again. At most five at once for each queue: no party can crowd out the others.
 */
export const readQueues = (reader: ServiceFunction, queues: readonly NamedQueue[]): void => {
  for (const { queue } of queues) {
    reader.live.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, maxConcurrency: 5, reportBatchItemFailures: true }),
    );
  }
};
