import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { dynamoReceipts } from "@hemvist/adapters";
import { openDynalite } from "../support/engines/dynamo-engines.ts";
import { memoryReceipts } from "../support/memory-receipts.ts";
import { receiptsContract } from "./receipts-contract.ts";

receiptsContract("receipts in memory", () =>
  Promise.resolve({ receipts: memoryReceipts(), close: () => Promise.resolve() }),
);

receiptsContract("receipts in DynamoDB (dynalite)", async () => {
  const { client, stop } = await openDynalite();
  await client.send(
    new CreateTableCommand({
      TableName: "receipts",
      AttributeDefinitions: [{ AttributeName: "assignmentId", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "assignmentId", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  return { receipts: dynamoReceipts("receipts", client), close: stop };
});
