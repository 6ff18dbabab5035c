import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { dynamoReceipts } from "./dynamo-receipts.ts";

const dynamo = mockClient(DynamoDBDocumentClient);

describe("keeping receipts", () => {
  it("says so where the table took only some of them, after it was given them all", async () => {
    const leftOut = [{ PutRequest: { Item: { assignmentId: "sf-centrum.A.0" } } }];
    dynamo
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { receipts: leftOut } })
      .resolves({});
    const ids = Array.from({ length: 30 }, (_, index) => `sf-centrum.A.${index}`);

    const keeping = dynamoReceipts("receipts", new DynamoDBClient({})).keep(ids, "2026-11-02T09:00:00Z");

    await expect(keeping).rejects.toThrow("1 receipts were left out");
    expect(dynamo.commandCalls(BatchWriteCommand)).toHaveLength(2);
  });
});
