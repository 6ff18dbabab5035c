import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { callLimits } from "./call-limits.ts";
import { type Item, isUnreadable, openedBody } from "./case-item.ts";
import { isNoDecision } from "./dynamo-heartbeat.ts";
import { isOlder, type Seal } from "./seal.ts";

/** What was done with a part of the table. */
export interface Resealed {
  readonly looked: number;
  /** Sealed anew. */
  readonly resealed: number;
  /** A function wrote them in between, and sealed them itself. */
  readonly writtenMeanwhile: number;
  /** Left as they are, since the body does not open. */
  readonly unreadable: number;
  /** The key to go on after. Undefined at the end of the table. */
  readonly next: string | undefined;
}

interface Most {
  /** The part ends when so many items have been looked at. */
  readonly looked: number;
  /** The part ends when so many have been sealed anew. */
  readonly resealed: number;
}

/** Items in one answer of DynamoDB's. The last one of a part may go beyond the most by so many. */
const atOnce = 200;

/**
 * Seals the bodies anew that have an earlier format or key. The record inside stays as it is, to the byte, and so
 * does its version. So nothing is added to its history, and hand-off sends nothing (stream-outbox.ts).
 */
export function dynamoReseal(
  table: string,
  seal: Seal,
  client = new DynamoDBClient(callLimits),
): (after: string | undefined, most: Most) => Promise<Resealed> {
  async function resealOne(item: Readonly<Item>): Promise<"resealed" | "writtenMeanwhile" | "unreadable"> {
    const { pk, version, body } = item;
    try {
      const text = await openedBody(item, seal);
      const place = { pk: pk?.S ?? "", version: Number(version?.N) };
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { pk: { S: place.pk } },
          UpdateExpression: "SET #body = :new",
          ConditionExpression: "#version = :version AND #body = :old",
          ExpressionAttributeNames: { "#body": "body", "#version": "version" },
          ExpressionAttributeValues: {
            ":new": { B: await seal.close(text, place) },
            ":old": { B: body?.B ?? new Uint8Array() },
            ":version": { N: String(place.version) },
          },
        }),
      );
      return "resealed";
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return "writtenMeanwhile";
      if (isUnreadable(error)) return "unreadable";
      throw error;
    }
  }

  return async (after, most) => {
    const sums = { looked: 0, resealed: 0, writtenMeanwhile: 0, unreadable: 0 };
    let next = after;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          Limit: atOnce,
          ProjectionExpression: "pk, #version, #body",
          ExpressionAttributeNames: { "#body": "body", "#version": "version" },
          ...(next === undefined ? {} : { ExclusiveStartKey: { pk: { S: next } } }),
        }),
      );
      const records = Items.filter((item) => !isNoDecision(item));
      sums.looked += records.length;
      for (const item of records.filter(({ body }) => isOlder(body?.B ?? new Uint8Array())))
        sums[await resealOne(item)] += 1;
      next = LastEvaluatedKey?.["pk"]?.S;
    } while (next !== undefined && sums.looked < most.looked && sums.resealed < most.resealed);
    return { ...sums, next };
  };
}
