import { outboxOf, sqsOutlet } from "@hemvist/adapters";
import { count, log, queueUrls, readSettings } from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { handOff, type Version } from "./hand-off.ts";

const settings = readSettings({ QUEUE_URLS: queueUrls });

const handOver = handOff({
  outlet: sqsOutlet(settings.QUEUE_URLS, {
    onRefused: (queue, why) => log.error("queue took no message", why, { queue }),
  }),
  onUnreadable: ({ decision, sequenceNumber }, error) =>
    log.error("record unreadable", error, { decision, sequenceNumber }),
});

const versionOf = ({ dynamodb }: DynamoDBRecord): Version => ({
  sequenceNumber: dynamodb?.SequenceNumber ?? "",
  decision: dynamodb?.Keys?.["pk"]?.S ?? "",
  outbox: () => outboxOf({ NewImage: dynamodb?.NewImage }),
});

export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { sent, failedFrom } = await handOver(Records.map(versionOf));
  for (const { queue, event } of sent)
    log.info("message handed off", { queue, event: event.id, type: event.type });
  count("MessagesHandedOff", sent.length);
  if (failedFrom === undefined) return { batchItemFailures: [] };
  log.warn("hand-off incomplete, the stream goes on from here", { sequenceNumber: failedFrom });
  return { batchItemFailures: [{ itemIdentifier: failedFrom }] };
};
