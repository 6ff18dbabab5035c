import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import type { Message } from "@hemvist/casework";
import type { Contender, Place } from "./contender.ts";
import { answered, decided, itemOf, receivedAt, sendAll } from "./same-work.ts";
import { outboxTables as tables } from "./tables.ts";

/**
 * A transactional outbox with a sweeper: one transaction writes the decision and an item per message, and a function on
 * a schedule reads what is pending, sends it, and deletes it. By AWS Prescriptive Guidance:
 * https://docs.aws.amazon.com/prescriptive-guidance/latest/cloud-design-patterns/transactional-outbox.html
 * DynamoDB's document client, and the index of what is due, as for hemvist.
 */
export function outbox({ queuesUrl }: Place): Contender {
  const document = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const sqs = new SQSClient({});

  /** Ten decisions' worth. */
  async function swept(): Promise<number> {
    const { Items = [] } = await document.send(
      new QueryCommand({
        TableName: tables.outbox,
        IndexName: "pending",
        KeyConditionExpression: "pending = :yes",
        ExpressionAttributeValues: { ":yes": "yes" },
        Limit: 30,
      }),
    );
    if (Items.length === 0) return 0;
    await sendAll(sqs, queuesUrl, Items as unknown as readonly Message[]);
    for (let start = 0; start < Items.length; start += 25)
      await document.send(
        new BatchWriteCommand({
          RequestItems: {
            [tables.outbox]: Items.slice(start, start + 25).map(({ id }) => ({
              DeleteRequest: { Key: { id } },
            })),
          },
        }),
      );
    return Items.length;
  }

  return {
    async takeIn(body) {
      const record = await decided(body);
      const item = itemOf(record);
      await document.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: tables.decisions,
                Item: { ...item, dueShard: `due-${item.pk.length % 4}` },
                ConditionExpression: "attribute_not_exists(pk)",
              },
            },
            ...record.outbox.map(({ queue, event }) => ({
              Put: {
                TableName: tables.outbox,
                Item: { id: event.id, pending: "yes", createdAt: receivedAt, queue, event },
              },
            })),
          ],
        }),
      );
      return answered(record);
    },
    async handOn() {
      while ((await swept()) > 0);
    },
  };
}
