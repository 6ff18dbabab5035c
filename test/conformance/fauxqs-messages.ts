import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { nextName } from "./dynamo-table.ts";
import { arrivedOf } from "./local-messages.ts";
import type { Manner, OpenQueue } from "./queue-probe.ts";
import { received, sqsQueue } from "./sqs-queue.ts";
import type { OpenWayOut } from "./way-out.ts";

async function made(client: SQSClient, { isFifo, maxReceiveCount, hidden }: Manner) {
  const name = nextName();
  const make = async (stem: string, attributes: Readonly<Record<string, string>>): Promise<string> => {
    const line = isFifo ? { FifoQueue: "true", DeduplicationScope: "messageGroup" } : {};
    const { QueueUrl = "" } = await client.send(
      new CreateQueueCommand({
        QueueName: isFifo ? `${stem}.fifo` : stem,
        Attributes: { ...line, ...attributes },
      }),
    );
    return QueueUrl;
  };
  const deadUrl = await make(`${name}-dlq`, {});
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: deadUrl, AttributeNames: ["QueueArn"] }),
  );
  const redrive = { deadLetterTargetArn: Attributes.QueueArn, maxReceiveCount };
  const url = await make(name, { VisibilityTimeout: `${hidden}`, RedrivePolicy: JSON.stringify(redrive) });
  return { url, deadUrl, hidden };
}

/** A queue of fauxqs as it comes. */
export const openFauxqsQueue =
  (client: SQSClient): OpenQueue =>
  async (manner) =>
    sqsQueue(client, await made(client, manner), {
      now: Date.now,
      fiveMinutes: () => Promise.reject(new Error("no test waits for five real minutes")),
    });

/** The same, to be sent to. */
export const openFauxqsWayOut =
  (client: SQSClient): OpenWayOut =>
  async () => {
    const { url } = await made(client, { isFifo: true, maxReceiveCount: 5, hidden: 30 });
    return { client, url, arrived: async () => (await received(client, url, 10)).map(arrivedOf) };
  };
