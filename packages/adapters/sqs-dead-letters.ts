import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "@hemvist/casework";
import { ofCutMessage } from "@hemvist/contracts";
import { deadLetterName } from "@hemvist/rules";
import { callLimits } from "./call-limits.ts";
import { isOrdered, type QueueUrls, urlOf } from "./queue-addresses.ts";

/** A mebibyte. SQS counts the body, and each attribute's name, type and value. */
const largestMessage = 1024 * 1024;

/**
 * Sets a message aside in its queue's dead-letter queue at once, with its signature, when it came, and the reason as an attribute. It
 * is kept whole, but for one that the attributes would make larger than SQS takes: that is far larger than any that can
 * be read here, and its end is cut off.
 */
export const sqsDeadLetters = (urls: QueueUrls, client = new SQSClient(callLimits)): DeadLetters => ({
  async setAside({ queue, messageId, body, reason, signature, sentAt }) {
    const url = urlOf(urls, deadLetterName(queue));
    const own = {
      originalMessageId: messageId,
      ...(signature === undefined ? {} : { signature }),
      ...(sentAt === undefined ? {} : { originalSentAt: sentAt }),
    };
    const whole = attributesOf({ reason, ...own });
    const isWhole = Buffer.byteLength(body) + bytesOf(whole) <= largestMessage;
    const cut = attributesOf({ reason: ofCutMessage(reason), ...own });
    await client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: isWhole ? body : beginningOf(body, largestMessage - bytesOf(cut)),
        MessageAttributes: isWhole ? whole : cut,
        ...(isOrdered(url) ? { MessageGroupId: messageId, MessageDeduplicationId: messageId } : {}),
      }),
    );
  },
});

interface Attribute {
  readonly DataType: "String";
  readonly StringValue: string;
}

const attributesOf = (values: Readonly<Record<string, string>>): Record<string, Attribute> =>
  Object.fromEntries(
    Object.entries(values).map(([name, StringValue]) => [name, { DataType: "String", StringValue }] as const),
  );

const bytesOf = (attributes: Readonly<Record<string, Attribute>>): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue }]) => sum + Buffer.byteLength(name + DataType + StringValue),
    0,
  );

/** As much of a text as fits, in whole characters. */
const beginningOf = (text: string, bytes: number): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.from(text).subarray(0, bytes), {
    stream: true,
  });
