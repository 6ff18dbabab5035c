import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";
import { dynamoCases, outboxOf } from "@hemvist/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aFullLife } from "../support/a-life.ts";
import { openDynamoDbLocal, type StreamingEngine, tableName } from "../support/dynamo-engines.ts";
import { whyNoDynamoDbLocal } from "../support/dynamodb-local.ts";

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
    const cases = dynamoCases(tableName, engine.client);
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

    const records = await readAll(engine.streams);
    const outboxes = (pk: string) =>
      records
        .filter(({ dynamodb }) => dynamodb?.Keys?.["pk"]?.S === pk)
        .map(({ dynamodb }) => outboxOf({ NewImage: dynamodb?.NewImage }));
    expect(outboxes("sf-centrum.SFC-2026-004711")).toEqual(life.map(({ outbox }) => outbox));
    expect(outboxes("sf-centrum.OTHER")).toEqual([other.outbox, []]);
  });
});

async function readAll(streams: DynamoDBStreamsClient): Promise<readonly StreamRecord[]> {
  const { Streams: [stream] = [] } = await streams.send(new ListStreamsCommand({ TableName: tableName }));
  const StreamArn = stream?.StreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records: StreamRecord[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const ShardIteratorType = "TRIM_HORIZON";
    const start = await streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType }));
    let { ShardIterator } = start;
    while (ShardIterator !== undefined) {
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator }),
      );
      records.push(...Records);
      ShardIterator = Records.length > 0 ? NextShardIterator : undefined;
    }
  }
  return records;
}
