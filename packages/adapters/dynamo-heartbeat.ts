import { type AttributeValue, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@hemvist/casework";
import { callLimits } from "./call-limits.ts";

/** The key of the hourly item that is no decision: a decision's key has a full stop in it. */
const heartbeat = "heartbeat";

/** The key of the item that says when an administration's newest decision came. */
export const heardKey = (administration: string): string => `heard:${administration}`;

/** Whether a key of the decisions' table is that of a decision. */
export const isDecision = (pk: string): boolean => pk !== heartbeat && !pk.startsWith(heardKey(""));

/** Whether an item of that table is no decision. Code that reads the whole table skips it. */
export const isNoDecision = ({ pk }: Readonly<Record<string, AttributeValue>>): boolean =>
  !isDecision(pk?.S ?? "");

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
