import { outboxOf, type Seal } from "@hemvist/adapters";
import type { CaseStore, Instant, Outlet, SentMessages } from "@hemvist/casework";
import { count, log } from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { handOff, type Version } from "./hand-off.ts";
import { keepSent } from "./keep-sent.ts";

interface Ports {
  readonly cases: Pick<CaseStore, "find">;
  readonly seal: Seal;
  readonly outlet: Outlet;
  readonly sentMessages: Pick<SentMessages, "keep">;
  /** When a message reached its queue. Nothing depends on it. */
  readonly now: () => Instant;
}

/** Sends the messages of the stream's records, stores what it sent, and says where the stream goes on from. */
export function deliver({ cases, seal, outlet, sentMessages, now }: Ports) {
  const send = handOff({
    cases,
    outlet,
    onUnreadable: ({ decision, sequenceNumber }, error) =>
      log.error("record unreadable", error, { decision, sequenceNumber }),
  });
  const remember = keepSent({
    sentMessages,
    now,
    onFailed: (error, many) => {
      log.error("sent messages not kept", error, { entries: many });
      count("SentMessagesNotKept", many);
    },
  });

  return async ({ Records }: HandOffEvent): Promise<DynamoDBBatchResponse> => {
    const { sent, failedFrom } = await send(Records.map((record) => versionOf(record, seal)));
    for (const { queue, event } of sent)
      log.info("message handed off", { queue, event: event.id, type: event.type });
    count("MessagesHandedOff", sent.length);
    await remember(sent);
    if (failedFrom === undefined) return { batchItemFailures: [] };
    log.warn("hand-off incomplete, the stream goes on from here", { sequenceNumber: failedFrom });
    count("HandOffsIncomplete");
    return { batchItemFailures: [{ itemIdentifier: failedFrom }] };
  };
}

interface HandOffEvent {
  readonly Records: readonly HandOffRecord[];
}

/** A record of the stream. One that `hemvist ops` sends again names the only message to send. */
interface HandOffRecord extends DynamoDBRecord {
  readonly only?: string;
}

const versionOf = ({ dynamodb, only }: HandOffRecord, seal: Seal): Version => ({
  sequenceNumber: dynamodb?.SequenceNumber ?? "",
  decision: dynamodb?.Keys?.["pk"]?.S ?? "",
  outbox: async () => {
    const outbox = await outboxOf({ NewImage: dynamodb?.NewImage, OldImage: dynamodb?.OldImage }, seal);
    return only === undefined ? outbox : outbox.filter(({ event }) => event.id === only);
  },
});
