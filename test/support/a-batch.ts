import type { SQSEvent, SQSRecord } from "aws-lambda";

interface Sent {
  readonly messageId: string;
  readonly body?: string;
  readonly queue?: string;
  readonly group?: string;
  readonly attempt?: number;
}

/** A batch as the event source hands it over, sent on the sample decision's own Monday morning. */
export const aBatch = (...messages: readonly Sent[]): SQSEvent => ({ Records: messages.map(recordOf) });

function recordOf({
  messageId,
  body = "{}",
  queue = "progress-kompetenscenter.fifo",
  group,
  attempt = 1,
}: Sent): SQSRecord {
  return {
    messageId,
    body,
    receiptHandle: `handle of ${messageId}`,
    attributes: {
      ApproximateReceiveCount: String(attempt),
      SentTimestamp: String(Date.parse("2026-11-02T09:00:00.123Z")),
      SenderId: "sender",
      ApproximateFirstReceiveTimestamp: "0",
      ...(group ? { MessageGroupId: group } : {}),
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:eu-north-1:000000000000:${queue}`,
    awsRegion: "eu-north-1",
  };
}
