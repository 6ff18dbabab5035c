import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { Held, Queue } from "./queue-probe.ts";

/** An engine counts in whole seconds, and we a little longer. */
const toBeSure = 100;
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Address {
  readonly url: string;
  readonly deadUrl: string;
  /** For how many seconds what was received stays hidden. */
  readonly hidden: number;
}

/** A queue behind a client of AWS's, whatever engine answers. */
export function sqsQueue(
  client: SQSClient,
  { url, deadUrl, hidden }: Address,
  { now, fiveMinutes }: Pick<Queue, "now" | "fiveMinutes">,
): Queue {
  return {
    now,
    fiveMinutes,
    async send({ body, group, deduplicationId }) {
      const { MessageId = "" } = await client.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: body,
          MessageGroupId: group,
          MessageDeduplicationId: deduplicationId?.replaceAll(" ", "-"),
        }),
      );
      return MessageId;
    },
    receive: async (most) => (await received(client, url, most)).map(heldOf),
    async delete({ handle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: String(handle) }));
    },
    untilVisible: () => wait(hidden * 1000 + toBeSure),
    dead: async () => (await received(client, deadUrl, 10)).map(({ Body = "" }) => Body),
    redrive: () => Promise.reject(new Error("there is no StartMessageMoveTask here")),
  };
}

export async function received(
  client: SQSClient,
  QueueUrl: string,
  MaxNumberOfMessages: number,
): Promise<readonly Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages,
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["All"],
    }),
  );
  return Messages;
}

const heldOf = ({ MessageId = "", Body = "", ReceiptHandle, Attributes = {} }: Message): Held => ({
  messageId: MessageId,
  body: Body,
  receives: Number(Attributes.ApproximateReceiveCount),
  sentAt: Number(Attributes.SentTimestamp),
  handle: ReceiptHandle,
});
