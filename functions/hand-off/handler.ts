import { dynamoCases, dynamoReceipts, outboxOf, sqsOutlet } from "@hemvist/adapters";
import { count, instantOf, log, present, queueUrls, readSettings } from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { handOff, type Version } from "./hand-off.ts";
import { keepReceipts } from "./keep-receipts.ts";

const settings = readSettings({ TABLE_NAME: present, RECEIPTS_TABLE_NAME: present, QUEUE_URLS: queueUrls });

const handOver = handOff({
  cases: dynamoCases(settings.TABLE_NAME),
  outlet: sqsOutlet(settings.QUEUE_URLS, {
    onRefused: (queue, why) => log.error("queue took no message", why, { queue }),
  }),
  onUnreadable: ({ decision, sequenceNumber }, error) =>
    log.error("record unreadable", error, { decision, sequenceNumber }),
});

// The one look at a clock among the functions: it is when this happens, and nothing depends on it.
const keep = keepReceipts({
  receipts: dynamoReceipts(settings.RECEIPTS_TABLE_NAME),
  now: () => instantOf(Date.now()),
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
  await keep(sent).catch((error: unknown) =>
    log.error("receipts not kept", error, { messages: sent.length }),
  );
  if (failedFrom === undefined) return { batchItemFailures: [] };
  log.warn("hand-off incomplete, the stream goes on from here", { sequenceNumber: failedFrom });
  return { batchItemFailures: [{ itemIdentifier: failedFrom }] };
};
