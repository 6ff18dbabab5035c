import { DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { itemOf } from "./case-item.ts";
import { dynamoHeartbeat } from "./dynamo-heartbeat.ts";
import { dynamoItems } from "./dynamo-items.ts";
import { outboxOf } from "./stream-outbox.ts";

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => {
  dynamo.reset();
});

const first = received();
const second = { ...first, decisionId: "SFC-2026-004799" };
const [firstItem, secondItem] = [await itemOf(first, aSeal), await itemOf(second, aSeal)];

const gathered = async () => {
  const found = [];
  for await (const item of dynamoItems("decisions", aSeal, new DynamoDBClient({}))) found.push(item);
  return found;
};

/** The heartbeat's item, of which the stream makes a record without a message. */
const written = async (beat: ReturnType<typeof dynamoHeartbeat>) => {
  dynamo.on(PutItemCommand).resolves({});
  await beat("2026-11-02T09:00:00Z");
  return dynamo.commandCalls(PutItemCommand)[0]?.args[0].input.Item ?? {};
};

describe("the heartbeat", () => {
  it("changes every hour, or the stream would have no record of it, and causes no message", async () => {
    const heartbeat = await written(dynamoHeartbeat("decisions", new DynamoDBClient({})));

    expect(heartbeat).toEqual({ pk: { S: "heartbeat" }, at: { S: "2026-11-02T09:00:00Z" } });
    expect(await outboxOf({ NewImage: heartbeat }, aSeal)).toEqual([]);
  });
});

describe("all items", () => {
  it("come from every page", async () => {
    dynamo
      .on(ScanCommand)
      .resolvesOnce({ Items: [firstItem], LastEvaluatedKey: { pk: { S: "sf-centrum.SFC-2026-004711" } } })
      .resolvesOnce({ Items: [secondItem] });

    expect((await gathered()).map(({ record }) => record)).toEqual([first, second]);
    expect(dynamo.commandCalls(ScanCommand)[1]?.args[0].input).toMatchObject({
      ExclusiveStartKey: { pk: { S: "sf-centrum.SFC-2026-004711" } },
    });
  });

  it("are decisions: the heartbeat between them is none", async () => {
    const heartbeat = await written(dynamoHeartbeat("decisions", new DynamoDBClient({})));
    dynamo.on(ScanCommand).resolves({ Items: [firstItem, heartbeat, secondItem] });

    expect((await gathered()).map(({ record }) => record)).toEqual([first, second]);
  });

  it("are read, not believed: one that is no record is named, stops nothing, and shows nothing of what it holds", async () => {
    dynamo
      .on(ScanCommand)
      .resolves({ Items: [{ ...firstItem, version: { N: "18900118-9803" } }, secondItem] });

    const [unread, read] = await gathered();

    expect(unread).toMatchObject({
      pk: "sf-centrum.SFC-2026-004711",
      record: undefined,
      error: { name: "BodyDoesNotOpen" },
    });
    expect(String(unread?.error)).not.toContain("9803");
    expect(read?.record).toEqual(second);
  });
});
