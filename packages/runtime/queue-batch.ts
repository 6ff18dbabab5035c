import { type FaultCode, instantOf, logicalName } from "@hemvist/contracts";
import { attemptsOfOurs } from "@hemvist/rules";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { elapsedSince } from "./elapsed.ts";
import { log } from "./log.ts";
import { count, measure } from "./measure.ts";
import { asUnit, unitsOutcome } from "./unit-of-work.ts";

/** A queue's message as a use case sees it. */
export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** The queue's logical name, without `.fifo`: it tells who sent the message. */
  readonly queue: string;
  /** The queue's ARN. */
  readonly address: string;
  /** Its sender's, if it has one. */
  readonly signature?: string;
  /** Why it cannot be taken, whatever it says. */
  readonly refusedAs?: FaultCode;
  /** When the sender's message reached the queue: the instant it counts as received. */
  readonly sentAt: string;
  /** How many times it has been taken off the queue, this one included. */
  readonly attempt: number;
}

/**
 * Runs a batch of queue messages. Within a message group it keeps strict order: the group stops at its first failure,
 * so that later messages are not applied before the failed one. Groups do not wait for each other. A message without a
 * group is a group of its own. The failed message and those behind it go back to the queue.
 */
export function queueBatch(
  handle: (message: QueueMessage) => Promise<unknown>,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const groups = Map.groupBy(
      Records,
      ({ messageId, attributes }) => attributes.MessageGroupId ?? `alone ${messageId}`,
    );
    const heldBack = await Promise.all([...groups.values()].map((group) => runGroup(group, handle)));
    return { batchItemFailures: heldBack.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Runs one group in order; returns what must come again, from its first failure on. */
async function runGroup(
  records: readonly SQSRecord[],
  handle: (message: QueueMessage) => Promise<unknown>,
): Promise<readonly SQSRecord[]> {
  for (const [index, record] of records.entries()) {
    const rest = records.slice(index);
    if (await isTaken(record, { handle, heldBack: rest.length })) continue;
    countGivenUp(rest);
    return rest;
  }
  return [];
}

/** Whether the message was taken, whatever came of it. */
function isTaken(
  record: SQSRecord,
  {
    handle,
    heldBack,
  }: { readonly handle: (message: QueueMessage) => Promise<unknown>; readonly heldBack: number },
): Promise<boolean> {
  const message = messageOf(record);
  const { messageId, queue, attempt } = message;
  return asUnit({ messageId, queue }, async () => {
    try {
      await handle(message);
    } catch (error) {
      log.error("message failed, its group stops here", error, { attempt, heldBack, ...unitsOutcome() });
      // An alarm is on this count: for Lambda, a batch of which some messages come again is no error.
      if (!isWaiting(error)) count("MessagesFailed");
      return false;
    }
    const ms = elapsedSince(Number(record.attributes.SentTimestamp));
    log.info("message taken", { attempt, ms, ...unitsOutcome() });
    return true;
  });
}

/** What SQS makes a dead letter now. Its sender gets no answer, and SQS does not count it. */
function countGivenUp(records: readonly SQSRecord[]): void {
  const many = records.filter(
    ({ attributes }) => Number(attributes.ApproximateReceiveCount) >= attemptsOfOurs,
  );
  if (many.length > 0) measure("MessagesGivenUp", many.length);
}

/** A revision that came before its predecessor comes again on purpose. Nothing has failed. */
const isWaiting = (error: unknown): boolean => error instanceof Error && error.name === "AwaitsPredecessor";

function messageOf({
  messageId,
  body,
  attributes,
  messageAttributes,
  eventSourceARN,
}: SQSRecord): QueueMessage {
  const signature = messageAttributes["signature"]?.stringValue;
  return {
    messageId,
    body,
    queue: queueNameOf(eventSourceARN),
    address: eventSourceARN,
    ...(signature === undefined ? {} : { signature: signature.slice(0, longestSignature) }),
    sentAt: instantOf(Number(attributes.SentTimestamp)),
    attempt: Number(attributes.ApproximateReceiveCount),
  };
}

/** Ours, in characters: one by a key of 4,096 bits has some 900. A longer one is cut short, and then holds no more. */
const longestSignature = 4096;

const queueNameOf = (arn: string): string => logicalName(arn.slice(arn.lastIndexOf(":") + 1));
