import type { SendMessageBatchRequestEntry } from "@aws-sdk/client-sqs";
import type { Message } from "@hemvist/casework";

/** A message as SQS takes it among others; its deduplication id is the event's. */
export interface Entry extends SendMessageBatchRequestEntry {
  readonly MessageBody: string;
  readonly MessageDeduplicationId: string;
}

const mostEntries = 10;

/**
 * Bytes; SQS takes a mebibyte since 2025 and took this much before. A kibibyte of each entry is for its ids and its
 * signature, whose sizes do not depend on the message.
 */
const largestBatch = 256 * 1024 - 10 * 1024;

/** No code unit of a text takes more bytes in UTF-8. Counting on it costs nothing, and what is so counted fits. */
const mostBytes = 3;

/** A batch of the first messages, as many as one call takes, and always the first. */
export function nextBatch(messages: readonly Message[]): readonly Entry[] {
  const entries: Entry[] = [];
  let bytes = 0;
  for (const message of messages.slice(0, mostEntries)) {
    const entry = toEntry(message, entries.length);
    bytes += mostBytes * entry.MessageBody.length;
    if (entries.length > 0 && bytes > largestBatch) break;
    entries.push(entry);
  }
  return entries;
}

const toEntry = (message: Message, index: number): Entry => ({
  Id: String(index),
  MessageBody: bodyOf(message),
  MessageGroupId: message.event.correlationid,
  MessageDeduplicationId: message.event.id,
});

// SQS refuses a body with U+FFFE or U+FFFF in it every time. It takes characters beyond U+FFFF, but not every engine
// does. JSON allows all of them as escapes, which mean the same to every reader.
const notPlain = /[\ud800-\udfff\ufffe\uffff]/g;

const bodyOf = ({ event }: Message): string =>
  JSON.stringify(event).replaceAll(notPlain, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
