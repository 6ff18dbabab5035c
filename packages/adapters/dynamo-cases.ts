import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import {
  allEnded,
  type CaseKey,
  type CaseRecord,
  type CaseStore,
  caseKeyOf,
  type Instant,
  type OnUnreadable,
  type Saved,
} from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { dueShards, itemOf, keyOf, recordOf, shardName } from "./case-item.ts";

/** Records in a DynamoDB table: one item each, written on condition of the version before. */
export function dynamoCases(table: string, dynamo = new DynamoDBClient({})): CaseStore {
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });

  async function itemAt(key: CaseKey): Promise<Item | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item;
  }

  async function find(key: CaseKey): Promise<CaseRecord | undefined> {
    const item = await itemAt(key);
    return item === undefined ? undefined : recordOf(item);
  }

  async function save(record: CaseRecord): Promise<Saved> {
    try {
      await client.send(putOf(table, record));
      return { saved: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const current = error.Item ? recordOf(unmarshall(error.Item)) : await find(record);
      return isOurs(current, record) ? { saved: true } : { saved: false, current };
    }
  }

  async function keysIn(index: string, condition: Condition): Promise<readonly Found[]> {
    const found: Found[] = [];
    for await (const { Items = [] } of paginateQuery(
      { client },
      { TableName: table, IndexName: index, ...condition },
    )) {
      found.push(
        ...Items.map((item) => ({ key: caseKeyOf(String(item["pk"])), dueAt: String(item["dueAt"] ?? "") })),
      );
    }
    return found;
  }

  async function recordsIn(
    index: string,
    condition: Condition,
    onUnreadable: OnUnreadable = (_key, error) => {
      throw error;
    },
  ): Promise<readonly CaseRecord[]> {
    const keys = await keysIn(index, condition);
    const items = await allEnded(keys.map(async ({ key }) => ({ key, item: await itemAt(key) })));
    return items.flatMap(({ key, item }) => {
      try {
        return item === undefined ? [] : [recordOf(item)];
      } catch (error) {
        onUnreadable(key, error);
        return [];
      }
    });
  }

  return {
    find,
    save,
    async due(until) {
      const shards = Array.from({ length: dueShards }, (_, shard) =>
        keysIn("due", dueBy(shardName(shard), until)),
      );
      const found = (await allEnded(shards)).flat();
      return found.sort(byDueAt).map(({ key }) => key);
    },
    async ofPerson(personKey, onUnreadable) {
      const present = recordsIn("person", only("personKey", personKey), onUnreadable);
      const former = recordsIn("former", only("formerKey", personKey), onUnreadable);
      const first = recordsIn("first", only("firstKey", personKey), onUnreadable);
      return (await allEnded([present, former, first])).flat();
    },
    ofCase: (caseKey, onUnreadable) => recordsIn("case", only("caseKey", caseKey), onUnreadable),
  };
}

type Item = Readonly<Record<string, unknown>>;

interface Found {
  readonly key: CaseKey;
  readonly dueAt: Instant;
}

const byDueAt = (a: Found, b: Found): number => {
  if (a.dueAt === b.dueAt) return 0;
  return a.dueAt < b.dueAt ? -1 : 1;
};

interface Condition {
  readonly KeyConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, string>;
}

const only = (name: string, value: string): Condition => ({
  KeyConditionExpression: "#name = :value",
  ExpressionAttributeNames: { "#name": name },
  ExpressionAttributeValues: { ":value": value },
});

const dueBy = (shard: string, until: Instant): Condition => ({
  KeyConditionExpression: "#shard = :shard AND #dueAt <= :until",
  ExpressionAttributeNames: { "#shard": "dueShard", "#dueAt": "dueAt" },
  ExpressionAttributeValues: { ":shard": shard, ":until": until },
});

/** The first version only where nothing stands, any other only on the one before it. */
function putOf(table: string, record: CaseRecord): PutCommand {
  const isFirst = record.version === 1;
  return new PutCommand({
    TableName: table,
    Item: itemOf(record),
    ConditionExpression: isFirst ? "attribute_not_exists(pk)" : "#version = :before",
    ...(isFirst
      ? {}
      : {
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":before": record.version - 1 },
        }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
}

/** A write whose answer was lost is tried again by the SDK and then fails its own condition. */
const isOurs = (current: CaseRecord | undefined, record: CaseRecord): boolean =>
  current !== undefined && canonicalJson(current) === canonicalJson(record);
