import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChangeRecord, createChangeFeed } from "./change-feed.ts";
import { createTableCalls } from "./table-calls.ts";
import { startTableEngine, type TableEngine } from "./table-engine.ts";
import type { Table } from "./tables.ts";

const table: Table = {
  name: "counted",
  keys: ["pk"],
  indexes: [{ name: "kinds", keys: ["kind"], projected: ["pk", "kind"] }],
  streamView: "NEW_AND_OLD_IMAGES",
  streamArn: "stream",
};

/** Without a stream: a batch on a table with one is refused. */
const batched: Table = { ...withoutStream(table), name: "batched" };
const scanned: Table = { ...withoutStream(table), name: "scanned" };

function withoutStream({ streamView: _, ...rest }: Table): Table {
  return rest;
}

let engine: TableEngine;
let records: ChangeRecord[];
let call: ReturnType<typeof createTableCalls>;

beforeAll(async () => {
  engine = await startTableEngine();
  for (const { name } of [table, batched, scanned])
    await engine.call("CreateTable", {
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    });
  records = [];
  const feed = createChangeFeed({ region: "eu-north-1", now: () => 1_000_000 });
  feed.follow(table.streamArn, (record) => records.push(record));
  call = createTableCalls({
    tables: new Map([table, batched, scanned].map((each) => [each.name, each])),
    engine,
    feed,
  });
});

afterAll(() => engine.stop());

const increase = (pk: string) =>
  call("UpdateItem", {
    TableName: table.name,
    Key: { pk: { S: pk } },
    UpdateExpression: "ADD #count :one",
    ExpressionAttributeNames: { "#count": "count" },
    ExpressionAttributeValues: { ":one": { N: "1" } },
  });

const put = (pk: string, item: object, more: object = {}) =>
  call("PutItem", { TableName: table.name, Item: { pk: { S: pk }, ...item }, ...more });

describe("writes to one item at the same time", () => {
  it("come to the feed in the order they took effect, each with the image before and after it", async () => {
    await Promise.all(Array.from({ length: 20 }, () => increase("same")));

    const images = records.map(({ dynamodb }) => [
      dynamodb.OldImage?.["count"],
      dynamodb.NewImage?.["count"],
    ]);
    expect(images).toEqual(
      Array.from({ length: 20 }, (_, index) => [
        index === 0 ? undefined : { N: `${index}` },
        { N: `${index + 1}` },
      ]),
    );
    const sequences = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    expect(sequences).toEqual(sequences.toSorted());
  });
});

describe("a failed condition", () => {
  const never = { ConditionExpression: "attribute_not_exists(pk)" };

  it("shows the item only to the one who asked, and is no change", async () => {
    await put("once", { text: { S: "first" } });
    const before = records.length;

    const silent = await put("once", {}, never);
    const shown = await put("once", {}, { ...never, ReturnValuesOnConditionCheckFailure: "ALL_OLD" });

    expect(silent.status).toBe(400);
    expect(silent.body).not.toHaveProperty("Item");
    expect(shown.body["Item"]).toEqual({ pk: { S: "once" }, text: { S: "first" } });
    expect(records).toHaveLength(before);
  });
});

describe("a put and a deletion", () => {
  it("come to the feed with the item as it stood before and after", async () => {
    const [first, second] = [{ text: { S: "first" } }, { text: { S: "second" } }];
    const from = records.length;

    await put("whole", first);
    await put("whole", second);
    await put("whole", second);
    await call("DeleteItem", { TableName: table.name, Key: { pk: { S: "whole" } } });

    const pk = { pk: { S: "whole" } };
    const published = records
      .slice(from)
      .map(({ eventName, dynamodb: { OldImage, NewImage } }) => [eventName, OldImage, NewImage]);
    expect(published).toEqual([
      ["INSERT", undefined, { ...pk, ...first }],
      ["MODIFY", { ...pk, ...first }, { ...pk, ...second }],
      ["REMOVE", { ...pk, ...second }, undefined],
    ]);
  });

  it("give back what stood before only to the one who asks", async () => {
    await put("asked", {});

    expect((await put("asked", {})).body).not.toHaveProperty("Attributes");
    expect((await put("asked", {}, { ReturnValues: "ALL_OLD" })).body["Attributes"]).toEqual({
      pk: { S: "asked" },
    });
  });
});

describe("a write's units", () => {
  it.each([
    ["a small item", "u1", {}, 1],
    ["with an entry in the index", "u2", { kind: { S: "a" } }, 2],
    ["of the same item, unchanged in the index", "u2", { kind: { S: "a" }, more: { S: "b" } }, 1],
    ["that moves the entry in the index", "u2", { kind: { S: "b" } }, 3],
    ["that takes the entry out of the index", "u2", {}, 2],
    ["of more than two kilobytes", "u3", { text: { S: "x".repeat(2100) } }, 3],
    ["that makes it small again", "u3", {}, 3],
  ])("%s", async (_name, pk, item, units) => {
    expect((await put(pk, item)).writeUnits).toBe(units);
  });
});

const batch = (...requests: readonly object[]) =>
  call("BatchWriteItem", { RequestItems: { [batched.name]: requests } });
const putOf = (pk: string, item: object = {}) => ({ PutRequest: { Item: { pk: { S: pk }, ...item } } });
const deletionOf = (pk: string) => ({ DeleteRequest: { Key: { pk: { S: pk } } } });

describe("the units of a batch of writes", () => {
  it("are those of its writes one by one: each is rounded up alone", async () => {
    const text = { S: "x".repeat(1100) };

    expect((await batch(putOf("b1"), putOf("b2"), putOf("b3", { text }))).writeUnits).toBe(4);
  });

  it("have the larger of what stood before and after, and the index", async () => {
    await batch(putOf("b4", { text: { S: "x".repeat(2100) } }), putOf("b5", { kind: { S: "a" } }));

    expect((await batch(putOf("b4"))).writeUnits).toBe(3);
    expect((await batch(deletionOf("b5"), deletionOf("b6"))).writeUnits).toBe(3);
  });

  it("are none where it is refused", async () => {
    expect(await batch(putOf("b7"), putOf("b7"))).toMatchObject({ status: 400, writeUnits: 0 });
  });

  it("count what stands before, also when batches and puts of the same items come at once", async () => {
    const large = { text: { S: "x".repeat(1100) } };

    const all = await Promise.all([
      batch(putOf("b8", large), putOf("b9")),
      call("PutItem", { TableName: batched.name, Item: { pk: { S: "b9" }, ...large } }),
      batch(putOf("b9"), putOf("b8")),
      batch(putOf("b8"), putOf("b9")),
    ]);

    expect(all.map(({ writeUnits }) => writeUnits)).toEqual([3, 2, 4, 2]);
  });
});

describe("a read's units", () => {
  const small = { pk: { S: "r1" } };
  const large = { pk: { S: "r2" }, text: { S: "x".repeat(5000) } };
  const none = { pk: { S: "none" } };
  beforeAll(() => batch(putOf("r1"), putOf("r2", { text: large.text })));

  const get = (key: object, more: object = {}) =>
    call("GetItem", { TableName: batched.name, Key: key, ...more });
  const getMany = (Keys: readonly object[], more: object = {}) =>
    call("BatchGetItem", { RequestItems: { [batched.name]: { Keys, ...more } } });
  const query = (pk: string, more: object = {}) =>
    call("Query", {
      TableName: batched.name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: pk } },
      ...more,
    });
  const largeKey = { pk: large.pk };
  const consistent = { ConsistentRead: true };

  it.each([
    ["of an item up to 4 KB", () => get(small), 0.5],
    ["the same, consistent", () => get(small, consistent), 1],
    ["of a larger item", () => get(largeKey), 1],
    ["the same, consistent", () => get(largeKey, consistent), 2],
    ["of a part of it", () => get(largeKey, { ProjectionExpression: "pk" }), 1],
    ["of an item that is not there", () => get(none), 0.5],
    ["of many: each is rounded up alone", () => getMany([small, largeKey, none]), 2],
    ["of many, consistent", () => getMany([small, largeKey, none], consistent), 4],
    ["a query", () => query("r2"), 1],
    ["a query that counts", () => query("r2", { Select: "COUNT", ...consistent }), 2],
    ["a query that finds nothing", () => query("none"), 0.5],
    ["a consistent query that finds nothing", () => query("none", consistent), 1],
    ["a refused read", () => get({ other: { S: "r1" } }), 0],
  ])("%s", async (_name, read, units) => {
    expect((await read()).readUnits).toBe(units);
  });

  it("of a scan are those of all it looked at, whatever its filter leaves", async () => {
    const scan = (more: object) => call("Scan", { TableName: scanned.name, ...more });
    await call("BatchWriteItem", {
      RequestItems: {
        [scanned.name]: Array.from({ length: 10 }, (_, index) =>
          putOf(`s${index}`, { text: { S: "x".repeat(4100) } }),
        ),
      },
    });
    const filter = {
      FilterExpression: "attribute_not_exists(#text)",
      ExpressionAttributeNames: { "#text": "text" },
    };

    expect(await scan({})).toMatchObject({ readUnits: 5.5 });
    expect(await scan({ ...consistent, ...filter })).toMatchObject({ readUnits: 11, body: { Count: 0 } });
  });

  it("come to the caller only where it asks", async () => {
    const silent = await get(small);
    const shown = await get(small, { ReturnConsumedCapacity: "TOTAL" });

    expect(silent.body).toEqual({ Item: small });
    expect(shown.body["ConsumedCapacity"]).toMatchObject({ CapacityUnits: 0.5 });
  });
});
