import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoItems, kmsClient, kmsSeal, type StoredItem } from "@hemvist/adapters";
import type { RunningSystem } from "@hemvist/local";
import { issuerOf } from "./issuer.ts";

/** Every decision's item, opened, in no order. */
export async function* storedRecords(
  system: Pick<RunningSystem, "clientFor" | "variablesOf">,
): AsyncIterable<StoredItem> {
  const { table, recordKey } = issuerOf(system);
  const dynamo = new DynamoDBClient(system.clientFor("sandbox"));
  const kms = kmsClient(system.clientFor("sandbox"));
  try {
    yield* dynamoItems(table, kmsSeal(recordKey, kms), dynamo);
  } finally {
    dynamo.destroy();
    kms.destroy();
  }
}
