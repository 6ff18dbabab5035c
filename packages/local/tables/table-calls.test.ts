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

let engine: TableEngine;
let records: ChangeRecord[];
let call: ReturnType<typeof createTableCalls>;

beforeAll(async () => {
  engine = await startTableEngine();
  await engine.call("CreateTable", {
    TableName: table.name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  });
  records = [];
  const feed = createChangeFeed({ region: "eu-north-1", now: () => 1_000_000 });
  feed.follow(table.streamArn, (record) => records.push(record));
  call = createTableCalls({ tables: new Map([[table.name, table]]), engine, feed });
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
