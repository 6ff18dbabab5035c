import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { QueueUrls } from "./queue-addresses.ts";

/** Asks SQS where queues are: their physical names by the names they are known by here. */
export async function sqsUrls(
  names: ReadonlyMap<string, string>,
  client = new SQSClient({}),
): Promise<QueueUrls> {
  const found = await Promise.all(
    [...names].map(async ([name, QueueName]) => {
      const { QueueUrl = "" } = await client.send(new GetQueueUrlCommand({ QueueName }));
      return [name, QueueUrl] as const;
    }),
  );
  return Object.fromEntries(found);
}
