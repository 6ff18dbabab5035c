import { BatchGetItemCommand, BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamoReceipts, dynamoReceiptsOf } from "./dynamo-receipts.ts";

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => dynamo.reset());

const pause = () => Promise.resolve();

describe("keeping receipts", () => {
  it("tries again what the table left out", async () => {
    const leftOut = [
      { PutRequest: { Item: { assignmentId: { S: "sf-centrum.A.0" }, deliveredAt: { S: "…" } } } },
    ];
    dynamo
      .on(BatchWriteItemCommand)
      .resolvesOnce({ UnprocessedItems: { receipts: leftOut } })
      .resolves({});
    const ids = Array.from({ length: 30 }, (_, index) => `sf-centrum.A.${index}`);

    await dynamoReceipts("receipts", new DynamoDBClient({}), { pause }).keep(ids, "2026-11-02T09:00:00Z");

    const calls = dynamo.commandCalls(BatchWriteItemCommand).map(({ args }) => args[0].input.RequestItems);
    expect(calls).toHaveLength(2);
    expect(calls[1]?.["receipts"]).toHaveLength(6);
    expect(calls[1]?.["receipts"]).toContainEqual(leftOut[0]);
  });
});

describe("reading many receipts", () => {
  const left = { UnprocessedKeys: { receipts: { Keys: [{ assignmentId: { S: "sf-centrum.A.1" } }] } } };
  const read = dynamoReceiptsOf("receipts", new DynamoDBClient({}), { pause });

  it("asks again for what the table left out", async () => {
    const Item = { assignmentId: { S: "sf-centrum.A.1" }, deliveredAt: { S: "2026-11-02T09:00:00Z" } };
    dynamo
      .on(BatchGetItemCommand)
      .resolvesOnce(left)
      .resolves({ Responses: { receipts: [Item] } });

    expect(await read(["sf-centrum.A.1"])).toEqual(new Map([["sf-centrum.A.1", Item.deliveredAt.S]]));
  });

  it("ends, and does not call what it could not read missing", async () => {
    dynamo.on(BatchGetItemCommand).resolves(left);

    await expect(read(["sf-centrum.A.1"])).rejects.toThrow("1 receipts could not be read");
    expect(dynamo.commandCalls(BatchGetItemCommand)).toHaveLength(10);
  });
});
