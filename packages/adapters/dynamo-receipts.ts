import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
} from "@aws-sdk/lib-dynamodb";
import type { Instant, Receipts } from "@hemvist/casework";
import * as z from "zod";

const batchSize = 25;

const receipt = z.object({ deliveredAt: z.string() });
const namedReceipt = receipt.extend({ assignmentId: z.string() });

/** Receipts in a table of their own: they are no part of a decision, and no change of one. */
export function dynamoReceipts(table: string, dynamo = new DynamoDBClient({})): Receipts {
  const client = DynamoDBDocumentClient.from(dynamo);
  return {
    /** @throws Error where the table took only some of them, as when it is throttled */
    async keep(assignmentIds, deliveredAt) {
      let leftOut = 0;
      for (let start = 0; start < assignmentIds.length; start += batchSize) {
        const puts = assignmentIds
          .slice(start, start + batchSize)
          .map((assignmentId) => ({ PutRequest: { Item: { assignmentId, deliveredAt } } }));
        const { UnprocessedItems = {} } = await client.send(
          new BatchWriteCommand({ RequestItems: { [table]: puts } }),
        );
        leftOut += UnprocessedItems[table]?.length ?? 0;
      }
      if (leftOut > 0) throw new Error(`${leftOut} receipts were left out`);
    },
    async deliveredAt(assignmentId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { assignmentId } }));
      return Item === undefined ? undefined : receipt.parse(Item).deliveredAt;
    },
  };
}

const mostKeys = 100;

/** The receipts of many assignments at once; one without a receipt is left out. */
export function dynamoReceiptsOf(
  table: string,
  dynamo = new DynamoDBClient({}),
): (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>> {
  const client = DynamoDBDocumentClient.from(dynamo);

  async function read(assignmentIds: readonly string[]): Promise<readonly (readonly [string, Instant])[]> {
    const Keys = assignmentIds.map((assignmentId) => ({ assignmentId }));
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys } } }),
    );
    const found = (Responses[table] ?? [])
      .map((item) => namedReceipt.parse(item))
      .map(({ assignmentId, deliveredAt }) => [assignmentId, deliveredAt] as const);
    const left = (UnprocessedKeys[table]?.Keys ?? []).map((key) => String(key["assignmentId"]));
    return left.length === 0 ? found : [...found, ...(await read(left))];
  }

  return async (assignmentIds) => {
    const distinct = [...new Set(assignmentIds)];
    const starts = Array.from(
      { length: Math.ceil(distinct.length / mostKeys) },
      (_, index) => index * mostKeys,
    );
    const found = await Promise.all(starts.map((start) => read(distinct.slice(start, start + mostKeys))));
    return new Map(found.flat());
  };
}
