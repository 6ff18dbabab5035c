import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Instant } from "@hemvist/casework";

/** The key of the one item that is no decision: a decision's key has a full stop in it. */
const heartbeat = "heartbeat";

/** Whether an item of the decisions' table is the heartbeat. Code that reads the whole table skips it. */
export const isHeartbeat = ({ pk }: Readonly<Record<string, unknown>>): boolean => pk === heartbeat;

/**
 * Writes one item that causes no message, so that the table's stream has a record every hour. hand-off then runs every
 * hour, and is silent only where the stream, its mapping or hand-off itself stands still.
 */
export function dynamoHeartbeat(
  table: string,
  dynamo = new DynamoDBClient({}),
): (at: Instant) => Promise<void> {
  const client = DynamoDBDocumentClient.from(dynamo);
  return async (at) => {
    await client.send(new PutCommand({ TableName: table, Item: { pk: heartbeat, outbox: [], at } }));
  };
}
