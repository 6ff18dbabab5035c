import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { itemOf } from "./case-item.ts";
import { dynamoHeartbeat } from "./dynamo-heartbeat.ts";
import { dynamoItems } from "./dynamo-items.ts";
import { outboxOf } from "./stream-outbox.ts";

const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => {
  dynamo.reset();
});

const first = received();
const second = { ...first, decisionId: "SFC-2026-004799" };

const gathered = async () => {
  const found = [];
  for await (const item of dynamoItems("decisions", new DynamoDBClient({}))) found.push(item);
  return found;
};

/** The heartbeat's item, of which the stream makes a record without a message. */
const written = async (beat: ReturnType<typeof dynamoHeartbeat>) => {
  dynamo.on(PutCommand).resolves({});
  await beat("2026-11-02T09:00:00Z");
  return dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item ?? {};
};

describe("the heartbeat", () => {
  it("changes every hour, or the stream would have no record of it, and causes no message", async () => {
    const heartbeat = await written(dynamoHeartbeat("decisions", new DynamoDBClient({})));

    expect(heartbeat).toEqual({ pk: "heartbeat", outbox: [], at: "2026-11-02T09:00:00Z" });
    expect(outboxOf({ NewImage: marshall(heartbeat) })).toEqual([]);
  });
});

describe("all items", () => {
  it("come from every page", async () => {
    dynamo
      .on(ScanCommand)
      .resolvesOnce({ Items: [itemOf(first)], LastEvaluatedKey: { pk: "sf-centrum.SFC-2026-004711" } })
      .resolvesOnce({ Items: [itemOf(second)] });

    expect((await gathered()).map(({ record }) => record)).toEqual([first, second]);
    expect(dynamo.commandCalls(ScanCommand)[1]?.args[0].input).toMatchObject({
      ExclusiveStartKey: { pk: "sf-centrum.SFC-2026-004711" },
    });
  });

  it("are decisions: the heartbeat between them is none", async () => {
    const heartbeat = await written(dynamoHeartbeat("decisions", new DynamoDBClient({})));
    dynamo.on(ScanCommand).resolves({ Items: [itemOf(first), heartbeat, itemOf(second)] });

    expect((await gathered()).map(({ record }) => record)).toEqual([first, second]);
  });

  it("are read, not believed: one that is no record is named, stops nothing, and shows nothing of what it holds", async () => {
    dynamo
      .on(ScanCommand)
      .resolves({ Items: [{ ...itemOf(first), assignments: "18900118-9803" }, itemOf(second)] });

    const [unread, read] = await gathered();

    expect(unread).toMatchObject({
      pk: "sf-centrum.SFC-2026-004711",
      record: undefined,
      error: { name: "ZodError" },
    });
    expect(String(unread?.error)).not.toContain("9803");
    expect(read?.record).toEqual(second);
  });
});
