import type { SendMessageBatchRequestEntry } from "@aws-sdk/client-sqs";
import type { Message } from "@hemvist/casework";

const mostEntries = 10;

/** Bytes; SQS takes a mebibyte since 2025 and took this much before. An entry's own names are counted generously. */
const largestBatch = 256 * 1024 - 10 * 1024;

/** As many of the first messages as one call takes, and always the first. */
export function nextBatch(messages: readonly Message[]): readonly Message[] {
  let bytes = 0;
  const tooMany = messages.findIndex((message, index) => {
    bytes += Buffer.byteLength(bodyOf(message));
    return index === mostEntries || (index > 0 && bytes > largestBatch);
  });
  return tooMany < 0 ? messages : messages.slice(0, tooMany);
}

export const toEntry = (message: Message, index: number): SendMessageBatchRequestEntry => ({
  Id: String(index),
  MessageBody: bodyOf(message),
  MessageGroupId: message.event.correlationid,
  MessageDeduplicationId: message.event.id,
});

const bodyOf = ({ event }: Message): string => JSON.stringify(event);
