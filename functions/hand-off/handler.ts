import { outboxOf, sqsOutlet } from "@hemvist/adapters";
import { count, log, queueUrls, readSettings } from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { handOff } from "./hand-off.ts";

const settings = readSettings({ QUEUE_URLS: queueUrls });

const handOver = handOff({ outlet: sqsOutlet(settings.QUEUE_URLS) });

export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { sent, failedFrom } = await handOver(
    Records.map(({ dynamodb }) => ({
      sequenceNumber: dynamodb?.SequenceNumber ?? "",
      outbox: () => outboxOf({ NewImage: dynamodb?.NewImage }),
    })),
  );
  for (const { queue, event } of sent)
    log.info("message handed off", { queue, event: event.id, type: event.type });
  count("MessagesHandedOff", sent.length);
  if (failedFrom === undefined) return { batchItemFailures: [] };
  log.warn("hand-off incomplete, the stream goes on from here", { sequenceNumber: failedFrom });
  return { batchItemFailures: [{ itemIdentifier: failedFrom }] };
};
