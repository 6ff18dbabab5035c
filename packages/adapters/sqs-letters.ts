import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { codesInReason } from "@hemvist/contracts";
import { deadLetterName, instantOf } from "@hemvist/rules";
import { callLimits } from "./call-limits.ts";
import { type HeldLetter, type Letters, mostHeld } from "./letters.ts";
import { isOrdered, type QueueUrls, urlOf } from "./queue-addresses.ts";
import { signatureAttribute } from "./signature-attribute.ts";

const batchSize = 10;

/** Ours: characters of all letters held of one queue. One alone may have a mebibyte. */
const mostText = 16 * 1024 * 1024;

/**
 * The letters in dead-letter queues. SQS shows a message only to a reader that receives it, so each is held and
 * released.
 */
export function sqsLetters(urls: QueueUrls, client = new SQSClient(callLimits), most = mostHeld): Letters {
  const deadLetters = (queue: string): string => urlOf(urls, deadLetterName(queue));

  async function receive(queue: string, seconds: number): Promise<readonly HeldLetter[]> {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters(queue),
        MaxNumberOfMessages: batchSize,
        VisibilityTimeout: seconds,
        MessageAttributeNames: ["All"],
        MessageSystemAttributeNames: ["All"],
      }),
    );
    return Messages.map((message) => letterOf(queue, message));
  }

  return {
    async hold(queue, seconds) {
      const waiting = await visibleIn(client, deadLetters(queue));
      const letters = new Map<string, HeldLetter>();
      let text = 0;
      while (letters.size < most && text < mostText) {
        const received = await receive(queue, seconds);
        const known = received.some(({ id }) => letters.has(id));
        for (const letter of received) letters.set(letter.id, letter);
        text += received.reduce((sum, { body }) => sum + body.length, 0);
        // Nothing more; or so much that the first to be held show again before the last are seen.
        if (received.length === 0 || known) break;
      }
      return { letters: [...letters.values()], unseen: Math.max(0, waiting - letters.size) };
    },
    async release(letters) {
      for (const [queue, its] of Object.entries(Object.groupBy(letters, ({ queue }) => queue))) {
        for (let start = 0; start < (its ?? []).length; start += batchSize) {
          const Entries = (its ?? []).slice(start, start + batchSize).map(({ receipt }, index) => ({
            Id: String(index),
            ReceiptHandle: receipt,
            VisibilityTimeout: 0,
          }));
          await client.send(
            new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadLetters(queue), Entries }),
          );
        }
      }
    },
    async sendBack({ id, queue, body, signature }, group) {
      const url = urlOf(urls, queue);
      const inOrder = { MessageGroupId: group, MessageDeduplicationId: `again-${id}` };
      await client.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: body,
          ...(isOrdered(url) ? inOrder : {}),
          ...(signature === undefined ? {} : { MessageAttributes: signatureAttribute(signature) }),
        }),
      );
    },
    async remove({ queue, receipt }) {
      await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters(queue), ReceiptHandle: receipt }));
    },
  };
}

function letterOf(
  queue: string,
  { MessageId = "", Body = "", ReceiptHandle = "", Attributes = {}, MessageAttributes = {} }: Message,
): HeldLetter {
  const reason = reasonOfOurs(MessageAttributes["reason"]?.StringValue);
  const originalId = MessageAttributes["originalMessageId"]?.StringValue;
  const originalSentAt = MessageAttributes["originalSentAt"]?.StringValue;
  const signature = MessageAttributes["signature"]?.StringValue;
  const sequence = Attributes.SequenceNumber;
  return {
    id: MessageId,
    queue,
    body: Body,
    receipt: ReceiptHandle,
    sentAt: instantOf(Number(Attributes.SentTimestamp ?? 0)),
    receives: Number(Attributes.ApproximateReceiveCount ?? 0),
    ...(reason === undefined ? {} : { reason }),
    ...(originalId === undefined ? {} : { originalId }),
    ...(originalSentAt === undefined ? {} : { originalSentAt }),
    ...(signature === undefined ? {} : { signature }),
    ...(sequence === undefined ? {} : { sequence }),
  };
}

/** A sender's own text of that name is left out: an operator's terminal and the journal would have it. */
const reasonOfOurs = (reason = ""): string | undefined =>
  codesInReason(reason) === undefined ? undefined : reason;

async function visibleIn(client: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
  );
  return Number(Attributes.ApproximateNumberOfMessages ?? 0);
}

/** How many messages a queue holds: waiting, held by a reader, or delayed. SQS counts roughly. */
export async function sqsDepth(url: string, client = new SQSClient(callLimits)): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
      ],
    }),
  );
  return (
    Number(Attributes.ApproximateNumberOfMessages ?? 0) +
    Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0) +
    Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0)
  );
}
