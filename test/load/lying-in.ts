import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import {
  dynamoItems,
  dynamoSentMessages,
  kmsClient,
  kmsSeal,
  type Seal,
  sqsDepth,
  sqsLetters,
} from "@hemvist/adapters";
import type { RunningSystem } from "@hemvist/local";
import { isDeadLetterName, isOf, logicalName } from "@hemvist/rules";
import type { Loaded } from "./compared.ts";

/** What lies in the system, read as operations read it: the store, receipts, what was set aside, and the queues. */
export async function lyingIn(
  system: RunningSystem,
): Promise<Pick<Loaded, "records" | "receipts" | "letters" | "depths">> {
  const dynamo = new DynamoDBClient(system.clientFor("a-tester"));
  const seal = sealOf(system);
  const records = await storedIn(dynamo, seal);
  const assignments = records.flatMap((one) => ("unreadable" in one ? [] : one.assignments));
  const memory = dynamoSentMessages("sent-messages", seal, dynamo);
  const receipts = await memory.deliveredAt(assignments.map(({ assignmentId }) => assignmentId));
  return { records, receipts, ...(await onQueues(system)) };
}

/** Opens what the running system has sealed. */
export const sealOf = (system: RunningSystem): Seal =>
  kmsSeal("alias/hemvist-record", kmsClient(system.clientFor("a-tester")));

async function storedIn(dynamo: DynamoDBClient, seal: Seal): Promise<Loaded["records"]> {
  const records: Loaded["records"][number][] = [];
  for await (const { pk, record } of dynamoItems("decisions", seal, dynamo))
    records.push(record ?? { unreadable: pk });
  return records;
}

async function onQueues(system: RunningSystem): Promise<Pick<Loaded, "letters" | "depths">> {
  const sqs = new SQSClient(system.clientFor("a-tester"));
  const names = system.queueNames().filter((name) => isOf("decisions", name) || isOf("progress", name));
  const urls = Object.fromEntries(names.map((name) => [logicalName(name), system.queueUrl(name)]));
  const queues = Object.keys(urls).filter((name) => !isDeadLetterName(name));
  const deadLetters = sqsLetters(urls, sqs);
  const held = await Promise.all(queues.map((queue) => deadLetters.hold(queue, 60)));
  const letters = held.flatMap((some) => some.letters);
  await deadLetters.release(letters);
  const depths = await Promise.all(
    queues.map(async (queue) => [queue, await sqsDepth(urls[queue] ?? "", sqs)] as const),
  );
  return { letters, depths: new Map(depths) };
}
