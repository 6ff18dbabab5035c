import { type AttributeValue, DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import { dynamoCases, outboxOf } from "@hemvist/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChangeRecord, createChangeFeed } from "../../packages/local/tables/change-feed.ts";
import { createTableCalls } from "../../packages/local/tables/table-calls.ts";
import { startTableEngine } from "../../packages/local/tables/table-engine.ts";
import { received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aFullLife } from "../support/a-life.ts";
import { aSeal } from "../support/a-seal.ts";
import { openDynamoDbLocal, type StreamingEngine, tableName } from "../support/engines/dynamo-engines.ts";
import { whyNoDynamoDbLocal } from "../support/engines/dynamodb-local.ts";
import { streamRecords } from "../support/engines/stream-records.ts";

const whyNot = whyNoDynamoDbLocal();
if (whyNot !== undefined) console.log(`No real DynamoDB stream is read: ${whyNot}.`);

describe.skipIf(whyNot !== undefined)("the stream of the decisions' table (Amazon's own engine)", () => {
  let engine: StreamingEngine | undefined;
  beforeAll(async () => {
    engine = await openDynamoDbLocal();
  });
  afterAll(() => engine?.stop());

  it("has every version once, in order within its decision, with its outbox as it was written", async () => {
    if (engine === undefined) throw new Error("the engine is not open");
    const cases = dynamoCases(tableName, aSeal, { client: engine.client });
    const life = aFullLife().map((record, index) => ({ ...record, version: index + 1 }));
    const other = received(aDecision({ decisionId: "OTHER" }));
    const [lost] = life;
    const written = [...life.slice(0, 3), other, ...life.slice(3)];

    for (const record of written) expect(await cases.save(record)).toEqual({ saved: true });
    // A lost race is no change, and neither is our own write once more.
    if (lost) expect(await cases.save(lost)).toMatchObject({ saved: false });
    expect(await cases.save(other)).toEqual({ saved: true });
    await engine.client.send(
      new DeleteItemCommand({ TableName: tableName, Key: { pk: { S: "sf-centrum.OTHER" } } }),
    );

    const records = await streamRecords(engine.streams, tableName);
    const outboxes = (pk: string) =>
      Promise.all(
        records
          .filter(({ dynamodb }) => dynamodb?.Keys?.["pk"]?.S === pk)
          .map(({ dynamodb }) => outboxOf({ NewImage: dynamodb?.NewImage }, aSeal)),
      );
    expect(await outboxes("sf-centrum.SFC-2026-004711")).toEqual(life.map(({ outbox }) => outbox));
    expect(await outboxes("sf-centrum.OTHER")).toEqual([other.outbox, []]);

    // The same writes through the local run's change feed: the same records, in the same order, item by item.
    const changes = records.map(changeOf);
    const ofItem = (list: readonly Change[], pk: string) => list.filter(({ keys }) => keys?.["pk"]?.S === pk);
    const local = await throughLocalFeed(changes);
    for (const pk of ["sf-centrum.SFC-2026-004711", "sf-centrum.OTHER"]) {
      expect(ofItem(changes, pk).length).toBeGreaterThan(0);
      expect(ofItem(local, pk)).toEqual(ofItem(changes, pk));
    }
  });
});

type Attributes = Readonly<Record<string, AttributeValue>>;

interface Change {
  readonly happened: string | undefined;
  readonly keys: Attributes | undefined;
  readonly image: Attributes | undefined;
}

const changeOf = ({ eventName, dynamodb }: Pick<StreamRecord, "eventName" | "dynamodb">): Change => ({
  happened: eventName,
  keys: dynamodb?.Keys,
  image: dynamodb?.NewImage && overHttp(dynamodb.NewImage),
});

/** As HTTP carries it: bytes as Base64. The real stream's client has made bytes of them already. */
const overHttp = (image: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(image).map(([name, value]) => [
      name,
      value.B instanceof Uint8Array ? ({ B: Buffer.from(value.B).toString("base64") } as never) : value,
    ]),
  );

/** Writes what the real stream delivered once more to a table of the local run. Returns what that table's feed delivers. */
async function throughLocalFeed(changes: readonly Change[]): Promise<readonly Change[]> {
  const local = await startTableEngine();
  const delivered: ChangeRecord[] = [];
  const table = { name: tableName, keys: ["pk"], indexes: [], streamView: "NEW_IMAGE", streamArn: "stream" };
  const feed = createChangeFeed({ region: "eu-north-1", now: () => 0 });
  feed.follow(table.streamArn, (record) => delivered.push(record));
  const call = createTableCalls({ tables: new Map([[table.name, table]]), engine: local, feed });
  await local.call("CreateTable", {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  });
  for (const { image, keys } of changes) {
    if (image === undefined) await call("DeleteItem", { TableName: tableName, Key: keys });
    // Written twice: a write that changes nothing is no change, in either stream.
    else for (const Item of [image, image]) await call("PutItem", { TableName: tableName, Item });
  }
  await local.stop();
  return delivered.map((record) => changeOf(record as unknown as StreamRecord));
}
