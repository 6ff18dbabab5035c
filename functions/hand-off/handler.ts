import {
  caseReads,
  dynamoCases,
  dynamoReceipts,
  dynamoSentMessages,
  nobody,
  outboxOf,
  queueReads,
  sqsOutlet,
} from "@hemvist/adapters";
import { assignmentsOf, inboxOf, instantOf, partiesOf } from "@hemvist/rules";
import {
  count,
  log,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { handOff, type Version } from "./hand-off.ts";
import { keepReceipts } from "./keep-receipts.ts";
import { keepSent } from "./keep-sent.ts";

const { administrations, executors, listeners } = partiesOf(readMunicipality());

const settings = readSettings({
  TABLE_NAME: tableName,
  RECEIPTS_TABLE_NAME: tableName,
  SENT_TABLE_NAME: tableName,
  QUEUE_URLS: queueUrls([
    ...executors.map(assignmentsOf),
    ...[...administrations, ...listeners].map(inboxOf),
  ]),
});

const cases = dynamoCases(settings.TABLE_NAME);
const receipts = dynamoReceipts(settings.RECEIPTS_TABLE_NAME);
const sentMessages = dynamoSentMessages(settings.SENT_TABLE_NAME);

const handOver = handOff({
  cases,
  outlet: sqsOutlet(settings.QUEUE_URLS, {
    onRefused: (queue, why) => {
      log.error("queue took no message", why, { queue });
      count("QueuesRefused");
    },
  }),
  onUnreadable: ({ decision, sequenceNumber }, error) =>
    log.error("record unreadable", error, { decision, sequenceNumber }),
});

// The one look at a clock among the functions: it is when this happens, and nothing depends on it.
const now = () => instantOf(Date.now());
const keep = keepReceipts({
  receipts,
  now,
  onFailed: (error, receipts) => {
    log.error("receipts not kept", error, { receipts });
    count("ReceiptsNotKept", receipts);
  },
});
const remember = keepSent({
  sentMessages,
  now,
  onFailed: (error, messages) => {
    log.error("sent messages not kept", error, { messages });
    count("SentMessagesNotKept", messages);
  },
});

const versionOf = ({ dynamodb }: DynamoDBRecord): Version => ({
  sequenceNumber: dynamodb?.SequenceNumber ?? "",
  decision: dynamodb?.Keys?.["pk"]?.S ?? "",
  outbox: () => outboxOf({ NewImage: dynamodb?.NewImage }),
});

const carry = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { sent, failedFrom } = await handOver(Records.map(versionOf));
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

const longAgo = { from: "1970-01-01T00:00:00Z", to: "1970-01-01T00:00:00Z" };
const firstOf = (all: AsyncIterable<unknown>): Promise<unknown> => all[Symbol.asyncIterator]().next();

export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions: caseReads(cases).decisions },
    RECEIPTS_TABLE_NAME: { receipts: () => receipts.deliveredAt(nobody) },
    SENT_TABLE_NAME: { sent: () => firstOf(sentMessages.between(nobody, longAgo)) },
    QUEUE_URLS: queueReads(settings.QUEUE_URLS),
  },
  handler: carry,
});
