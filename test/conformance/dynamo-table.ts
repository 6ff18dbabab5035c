import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { Item, TableCalls } from "./table-probe.ts";

/** A table as the template declares it. */
export type Shape = Pick<
  CreateTableCommandInput,
  "AttributeDefinitions" | "KeySchema" | "GlobalSecondaryIndexes" | "StreamSpecification"
>;

let made = 0;
/** No two checks share a table or a queue. */
export const nextName = (): string => {
  made += 1;
  return `conformance-${made}`;
};

/** Makes a table of that shape, and is a client of it. */
export async function dynamoTable(
  client: DynamoDBClient,
  { shape, name = nextName() }: { readonly shape: Shape; readonly name?: string },
): Promise<TableCalls> {
  await client.send(new CreateTableCommand({ ...shape, TableName: name, BillingMode: "PAY_PER_REQUEST" }));
  // A table is there a moment after it was made; now and then the first call comes before that.
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 1 }, { TableName: name });
  return clientOf(client, name);
}

/** The table's calls, word for word as the adapters make them. */
export function clientOf(client: DynamoDBClient, TableName: string): TableCalls {
  const dueBy = (until: string) => ({
    TableName,
    IndexName: "due",
    KeyConditionExpression: "#shard = :shard AND #dueAt <= :until",
    ExpressionAttributeNames: { "#shard": "dueShard", "#dueAt": "dueAt" },
    ExpressionAttributeValues: { ":shard": { S: "0" }, ":until": { S: until } },
  });

  async function duePages(until: string, Limit?: number): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(new QueryCommand({ ...dueBy(until), Limit, ExclusiveStartKey }));
      pages.push((page.Items ?? []).map(({ pk }) => pk?.S ?? ""));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return pages;
  }

  return {
    async put(item) {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: stored(item),
            ...conditionOf(item),
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return "written";
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException)
          return { standing: error.Item && read(error.Item) };
        if (error instanceof Error && /size/i.test(error.message)) return "too large";
        throw error;
      }
    },
    async find(id) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: { pk: { S: id } }, ConsistentRead: true }),
      );
      return Item && read(Item);
    },
    due: async (until) => (await duePages(until)).flat(),
    duePages,
    async remove(id) {
      await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: id } } }));
    },
    async scanPages() {
      const pages: number[] = [];
      let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
      do {
        const page = await client.send(new ScanCommand({ TableName, ExclusiveStartKey }));
        pages.push(page.Items?.length ?? 0);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      return pages;
    },
    async putMany(ids) {
      const puts = ids.map((id) => ({ PutRequest: { Item: stored({ id, version: 1, note: "" }) } }));
      try {
        const { UnprocessedItems = {} } = await client.send(
          new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }),
        );
        return ids.length - (UnprocessedItems[TableName]?.length ?? 0);
      } catch (error) {
        if (error instanceof Error && error.name === "ValidationException") return undefined;
        throw error;
      }
    },
  };
}

const conditionOf = ({ version }: Item) =>
  version === 1
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : {
        ConditionExpression: "#version = :before",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":before": { N: `${version - 1}` } },
      };

const stored = ({ id, version, note, dueAt }: Item): Record<string, AttributeValue> => ({
  pk: { S: id },
  version: { N: `${version}` },
  note: { S: note },
  ...(dueAt === undefined ? {} : { dueShard: { S: "0" }, dueAt: { S: dueAt } }),
});

export const read = ({ pk, version, note, dueAt }: Readonly<Record<string, AttributeValue>>): Item => ({
  id: pk?.S ?? "",
  version: Number(version?.N),
  note: note?.S ?? "",
  ...(dueAt?.S === undefined ? {} : { dueAt: dueAt.S }),
});
