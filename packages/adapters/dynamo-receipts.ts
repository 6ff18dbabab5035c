import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Receipts } from "@hemvist/casework";
import * as z from "zod";

const batchSize = 25;

const receipt = z.object({ deliveredAt: z.string() });

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
