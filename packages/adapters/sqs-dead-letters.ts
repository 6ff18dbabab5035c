import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "@hemvist/casework";
import { isOrdered, type QueueUrls, urlOf } from "./queue-addresses.ts";

/** Sets a message aside in its queue's dead-letter queue at once, whole, with the reason as an attribute. */
export const sqsDeadLetters = (urls: QueueUrls, client = new SQSClient({})): DeadLetters => ({
  async setAside({ queue, messageId, body, reason }) {
    const url = urlOf(urls, `${queue}-dlq`);
    await client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: body,
        MessageAttributes: {
          reason: { DataType: "String", StringValue: reason },
          originalMessageId: { DataType: "String", StringValue: messageId },
        },
        ...(isOrdered(url) ? { MessageGroupId: messageId, MessageDeduplicationId: messageId } : {}),
      }),
    );
  },
});
