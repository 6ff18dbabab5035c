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

// SQS refuses a body with U+FFFE or U+FFFF in it, for good. What lies beyond U+FFFF it takes, but not every engine
// does. All of them may be written as escapes in JSON, which mean the same to whoever reads it.
const notPlain = /[\ud800-\udfff\ufffe\uffff]/g;

const bodyOf = ({ event }: Message): string =>
  JSON.stringify(event).replaceAll(notPlain, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
