import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import {
  allEnded,
  type CaseKey,
  type CaseRecord,
  type CaseStore,
  caseKeyOf,
  correlationIdOf,
  type Instant,
  NoRoom,
  type OnUnreadable,
  type Saved,
} from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { callLimits } from "./call-limits.ts";
import { dueShards, type Item, isUnreadable, itemOf, keyOf, recordOf, shardName } from "./case-item.ts";
import { decoyUnder } from "./decoy.ts";
import { roomTaken } from "./room-taken.ts";
import type { Seal } from "./seal.ts";

interface Options {
  readonly client?: DynamoDBClient;
  /** Gets the share of a decision's room that each written version takes. */
  readonly onWritten?: (decision: string, taken: number) => void;
}

/** Records in a DynamoDB table: one item each, its body sealed, written on condition of the version before. */
export function dynamoCases(table: string, seal: Seal, options: Options = {}): CaseStore {
  const { client = new DynamoDBClient(callLimits), onWritten = () => {} } = options;

  const openDecoy = decoyUnder(seal);

  async function find(
    key: CaseKey,
    onUnreadable: OnUnreadable = (_key, error) => {
      throw error;
    },
  ): Promise<CaseRecord | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    );
    if (Item === undefined) return openDecoy();
    try {
      return await recordOf(Item, seal);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      onUnreadable(key, error);
      return undefined;
    }
  }

  async function save(record: CaseRecord, upTo = 1): Promise<Saved> {
    const text = JSON.stringify(record);
    const item = await itemOf(record, seal, text);
    const taken = roomTaken(item, text);
    if (taken > upTo) throw new NoRoom(correlationIdOf(record));
    try {
      await client.send(putOf(table, record, item));
      onWritten(correlationIdOf(record), taken);
      return { saved: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const current = error.Item ? await recordOf(error.Item, seal) : await find(record);
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
        ...Items.map((item) => ({ key: caseKeyOf(item["pk"]?.S ?? ""), dueAt: item["dueAt"]?.S ?? "" })),
      );
    }
    return found;
  }

  return {
    find,
    save,
    async due(until) {
      const shards = Array.from({ length: dueShards }, (_, shard) =>
        keysIn("due", dueBy(shardName(shard), until)),
      );
      const found = (await allEnded(shards)).flat();
      return found.sort(byDueAt).map(({ key, dueAt }) => ({ ...key, dueAt }));
    },
    async ofPerson(personKey) {
      const present = keysIn("person", only("personKey", personKey));
      const former = keysIn("former", only("formerKey", personKey));
      const first = keysIn("first", only("firstKey", personKey));
      const found = (await allEnded([present, former, first])).flat();
      return [...new Map(found.map(({ key }) => [correlationIdOf(key), key])).values()];
    },
    async ofCase(caseKey) {
      return (await keysIn("case", only("caseKey", caseKey))).map(({ key }) => key);
    },
  };
}

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
  readonly ExpressionAttributeValues: Record<string, AttributeValue>;
}

const only = (name: string, value: string): Condition => ({
  KeyConditionExpression: "#name = :value",
  ExpressionAttributeNames: { "#name": name },
  ExpressionAttributeValues: { ":value": { S: value } },
});

const dueBy = (shard: string, until: Instant): Condition => ({
  KeyConditionExpression: "#shard = :shard AND #dueAt <= :until",
  ExpressionAttributeNames: { "#shard": "dueShard", "#dueAt": "dueAt" },
  ExpressionAttributeValues: { ":shard": { S: shard }, ":until": { S: until } },
});

/** The first version only where nothing stands, any other only on the one before it. */
function putOf(table: string, { version }: CaseRecord, item: Item): PutItemCommand {
  const isFirst = version === 1;
  return new PutItemCommand({
    TableName: table,
    Item: item,
    ConditionExpression: isFirst ? "attribute_not_exists(pk)" : "#version = :before",
    ...(isFirst
      ? {}
      : {
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":before": { N: String(version - 1) } },
        }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
}

/** A write whose answer was lost is tried again by the SDK and then fails its own condition. */
const isOurs = (current: CaseRecord | undefined, record: CaseRecord): boolean =>
  current !== undefined && canonicalJson(current) === canonicalJson(record);
