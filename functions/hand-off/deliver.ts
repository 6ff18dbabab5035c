import { isUnreadable, outboxOf, type Seal, type SetAside } from "@hemvist/adapters";
import { type CaseStore, type Instant, MarkUnknown, type Outlet, type SentMessages } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import { count, log, measure } from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { handOff, type Version } from "./hand-off.ts";
import { keepSent } from "./keep-sent.ts";
import { measureHandedOn } from "./measured-hand-on.ts";

interface Ports {
  readonly cases: Pick<CaseStore, "find">;
  readonly seal: Seal;
  readonly outlet: Outlet;
  readonly sentMessages: Pick<SentMessages, "keep" | "idsBetween">;
  readonly aside: Pick<SetAside, "add">;
  /** When a message reached its queue, and how long a record has waited. */
  readonly now: () => Instant;
}

/** Sends the messages of the stream's records, stores what it sent, and says where the stream goes on from. */
export function deliver({ cases, seal, outlet, sentMessages, aside, now }: Ports) {
  const send = handOff<StreamVersion>({
    cases,
    outlet,
    isUnreadable: (error) => isUnreadable(error) || error instanceof MarkUnknown,
    setAside: async ({ record, decision, sequenceNumber }, why) => {
      await setAside(record, aside);
      log.error("record set aside", why, { correlationid: decision, sequenceNumber });
      count("RecordsSetAside");
    },
    onWaiting: ({ decision, sequenceNumber }, error) =>
      log.warn("record waits", {
        correlationid: decision,
        sequenceNumber,
        error: error instanceof Error ? error.name : "",
      }),
  });
  const remember = keepSent({
    sentMessages,
    now,
    onFailed: (error, many) => {
      log.error("sent messages not kept", error, { entries: many });
      measure("SentMessagesNotKept", many);
    },
  });

  return async ({ Records }: HandOffEvent): Promise<DynamoDBBatchResponse> => {
    const known = await sentBefore(Records, { sentMessages, now: now() });
    const versions = Records.map((record) => versionOf(record, seal));
    const { sent, done, failedFrom } = await send(versions, known);
    // Without its type: one type says that the person is protected.
    for (const { queue, event } of sent)
      log.info("message handed off", { queue, event: event.id, correlationid: event.correlationid });
    measure("MessagesHandedOff", sent.length);
    measureHandedOn(done, { known, now: now() });
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

interface StreamVersion extends Version {
  readonly record: HandOffRecord;
}

const versionOf = (record: HandOffRecord, seal: Seal): StreamVersion => {
  const { dynamodb, only } = record;
  return {
    record,
    sequenceNumber: dynamodb?.SequenceNumber ?? "",
    decision: dynamodb?.Keys?.["pk"]?.S ?? "",
    outbox: async () => {
      const outbox = await outboxOf({ NewImage: dynamodb?.NewImage, OldImage: dynamodb?.OldImage }, seal);
      return only === undefined ? outbox : outbox.filter(({ event }) => event.id === only);
    },
  };
};

/** SQS drops a copy within five minutes of the first. A batch whose oldest record is younger needs no look. */
const sqsRemembersFor = 4 * 60_000;

/** How far the stream's clock and Lambda's may differ, in milliseconds. Ours. */
const clocksDiffer = 60_000;

/**
 * What an earlier run sent of these records. An outage of one queue would otherwise send everything else of its batch
 * again, as often as Lambda tries. An operator's record is sent whatever was sent.
 * @throws if DynamoDB does not let it look. Then Lambda tries the batch again, as in any outage.
 */
async function sentBefore(
  records: readonly HandOffRecord[],
  { sentMessages, now }: Pick<Ports, "sentMessages"> & { readonly now: Instant },
): Promise<ReadonlySet<string>> {
  const [first] = records;
  const writtenAt = 1000 * (first?.dynamodb?.ApproximateCreationDateTime ?? Number.POSITIVE_INFINITY);
  if (first?.only !== undefined || Date.parse(now) - writtenAt < sqsRemembersFor) return new Set();
  return sentMessages.idsBetween({ from: instantOf(writtenAt - clocksDiffer), to: now });
}

/** @throws if the table does not take it. An operator's record lies aside already, so the operator's command fails. */
async function setAside({ dynamodb, only }: HandOffRecord, aside: Pick<SetAside, "add">): Promise<void> {
  if (only !== undefined) throw new Error("an operator's record is not set aside again");
  const { NewImage, Keys, SequenceNumber, ApproximateCreationDateTime } = dynamodb ?? {};
  await aside.add({
    pk: Keys?.["pk"]?.S ?? NewImage?.["pk"]?.S ?? "",
    sequenceNumber: SequenceNumber ?? "",
    writtenAt: ApproximateCreationDateTime ?? 0,
    version: NewImage?.["version"]?.N,
    body: NewImage?.["body"]?.B,
  });
}
