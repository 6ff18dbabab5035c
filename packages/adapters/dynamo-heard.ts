import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Instant } from "@hemvist/casework";
import { callLimits } from "./call-limits.ts";
import { heardKey } from "./dynamo-heartbeat.ts";

/** Ours: what watches an administration's silence reckons in hours. */
const hour = 3_600_000;

export interface Heard {
  /** Notes that a decision came. An older time changes nothing. */
  note(administration: string, at: Instant): Promise<void>;
  /** When its newest decision came. Undefined if none has come yet. */
  newest(administration: string): Promise<Instant | undefined>;
}

/**
 * When the newest decision of each administration came, to the hour: an item each in the table of decisions. A process
 * writes at most one an hour for an administration, so most decisions cost no write more.
 */
export function dynamoHeard(table: string, given?: DynamoDBClient): Heard {
  let client = given;
  // Made when it is first asked: most functions never do.
  const db = (): DynamoDBClient => (client ??= new DynamoDBClient(callLimits));
  const noted = new Map<string, number>();

  return {
    async note(administration: string, at: Instant): Promise<void> {
      const time = Date.parse(at);
      if (time < (noted.get(administration) ?? Number.NEGATIVE_INFINITY) + hour) return;
      await db()
        .send(
          new PutItemCommand({
            TableName: table,
            Item: { pk: { S: heardKey(administration) }, at: { S: at } },
            ConditionExpression: "attribute_not_exists(pk) OR #at < :at",
            ExpressionAttributeNames: { "#at": "at" },
            ExpressionAttributeValues: { ":at": { S: at } },
          }),
        )
        .catch((error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        });
      noted.set(administration, time);
    },
    async newest(administration: string): Promise<Instant | undefined> {
      const { Item } = await db().send(
        new GetItemCommand({ TableName: table, Key: { pk: { S: heardKey(administration) } } }),
      );
      return Item?.["at"]?.S;
    },
  };
}
