import { type AttributeValue, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@hemvist/casework";
import { callLimits } from "./call-limits.ts";

/** The key of the one item that is no decision: a decision's key has a full stop in it. */
export const heartbeat = "heartbeat";

/** Whether an item of the decisions' table is the heartbeat. Code that reads the whole table skips it. */
export const isHeartbeat = ({ pk }: Readonly<Record<string, AttributeValue>>): boolean => pk?.S === heartbeat;

/**
 * Writes one item that causes no message, so that the table's stream has a record every hour. hand-off then runs every
 * hour, and is silent only where the stream, its mapping or hand-off itself stands still.
 */
export const dynamoHeartbeat =
  (table: string, client = new DynamoDBClient(callLimits)) =>
  async (at: Instant): Promise<void> => {
    await client.send(
      new PutItemCommand({ TableName: table, Item: { pk: { S: heartbeat }, at: { S: at } } }),
    );
  };
