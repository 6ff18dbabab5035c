import { outboxOf } from "@hemvist/adapters";
import type { CaseStore, Instant, Outlet, Receipts, SentMessages } from "@hemvist/casework";
import { count, log } from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { handOff, type Version } from "./hand-off.ts";
import { keepReceipts } from "./keep-receipts.ts";
import { keepSent } from "./keep-sent.ts";

interface Ports {
  readonly cases: Pick<CaseStore, "find">;
  readonly outlet: Outlet;
  readonly receipts: Pick<Receipts, "keep">;
  readonly sentMessages: Pick<SentMessages, "keep">;
  /** When something has reached its queue; nothing depends on it. */
  readonly now: () => Instant;
}

/** Sends what the stream's records cause, remembers what was sent, and says from where the stream goes on. */
export function deliver({ cases, outlet, receipts, sentMessages, now }: Ports) {
  const send = handOff({
    cases,
    outlet,
    onUnreadable: ({ decision, sequenceNumber }, error) =>
      log.error("record unreadable", error, { decision, sequenceNumber }),
  });
  const keep = keepReceipts({
    receipts,
    now,
    onFailed: (error, many) => {
      log.error("receipts not kept", error, { receipts: many });
      count("ReceiptsNotKept", many);
    },
  });
  const remember = keepSent({
    sentMessages,
    now,
    onFailed: (error, many) => {
      log.error("sent messages not kept", error, { messages: many });
      count("SentMessagesNotKept", many);
    },
  });

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { sent, failedFrom } = await send(Records.map(versionOf));
    for (const { queue, event } of sent)
      log.info("message handed off", { queue, event: event.id, type: event.type });
    count("MessagesHandedOff", sent.length);
    await keep(sent);
    await remember(sent);
    if (failedFrom === undefined) return { batchItemFailures: [] };
    log.warn("hand-off incomplete, the stream goes on from here", { sequenceNumber: failedFrom });
    count("HandOffsIncomplete");
    return { batchItemFailures: [{ itemIdentifier: failedFrom }] };
  };
}

const versionOf = ({ dynamodb }: DynamoDBRecord): Version => ({
  sequenceNumber: dynamodb?.SequenceNumber ?? "",
  decision: dynamodb?.Keys?.["pk"]?.S ?? "",
  outbox: () => outboxOf({ NewImage: dynamodb?.NewImage }),
});
