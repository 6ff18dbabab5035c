import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { dynamoSentMessages } from "@hemvist/adapters";
import { remembered, type SentMessage, type SentMessages } from "@hemvist/casework";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOutgoingMessage } from "../support/an-outgoing-message.ts";
import { type DynamoEngine, openDynalite } from "../support/engines/dynamo-engines.ts";

const queue = "inbox-sf-centrum";
const sent = (id: string, at: string): SentMessage => {
  const decision = id.split(".").slice(0, 2).join(".");
  return remembered(anOutgoingMessage({ queue, decision, id }), at);
};

describe("what was sent, in DynamoDB (dynalite)", () => {
  let engine: DynamoEngine | undefined;
  let memory: SentMessages | undefined;
  beforeAll(async () => {
    engine = await openDynalite();
    await engine.client.send(
      new CreateTableCommand({
        TableName: "sent-messages",
        AttributeDefinitions: [
          { AttributeName: "queueAndDay", AttributeType: "S" },
          { AttributeName: "place", AttributeType: "S" },
        ],
        KeySchema: [
          { AttributeName: "queueAndDay", KeyType: "HASH" },
          { AttributeName: "place", KeyType: "RANGE" },
        ],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    memory = dynamoSentMessages("sent-messages", engine.client);
  });
  afterAll(() => engine?.stop());

  async function between(from: string, to: string): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const { event } of memory?.between(queue, { from, to }) ?? []) found.push(event.id);
    return found;
  }

  it("comes back in its order: by instant, and within one by version", async () => {
    await memory?.keep([
      sent("sf-centrum.A.10.0.2026-11-02T09:00:00Z", "2026-11-02T09:00:01Z"),
      sent("sf-centrum.A.9.0.2026-11-02T09:00:00Z", "2026-11-02T09:00:01Z"),
      sent("sf-centrum.A.11.0.2026-11-02T23:59:59Z", "2026-11-02T23:59:59Z"),
      sent("sf-centrum.A.12.0.2026-11-03T00:00:00Z", "2026-11-03T00:00:00Z"),
    ]);

    expect(
      (await between("2026-11-02T00:00:00Z", "2026-11-03T23:59:59Z")).map((id) => id.split(".")[2]),
    ).toEqual(["9", "10", "11", "12"]);
  });

  it("is found by window, both ends included, and by queue", async () => {
    expect(await between("2026-11-02T09:00:02Z", "2026-11-02T23:59:59Z")).toEqual([
      "sf-centrum.A.11.0.2026-11-02T23:59:59Z",
    ]);
    expect(await between("2026-11-02T09:00:01Z", "2026-11-02T09:00:01Z")).toHaveLength(2);
    expect(await between("2026-11-04T00:00:00Z", "2026-11-05T00:00:00Z")).toEqual([]);
  });

  it("more at once than a call takes is all kept, and the same again is the same", async () => {
    const many = Array.from({ length: 61 }, (_, index) =>
      sent(`sf-centrum.B.1.${index}.2026-12-01T09:00:00Z`, "2026-12-01T09:00:00Z"),
    );
    await memory?.keep([...many, ...many]);
    await memory?.keep(many);

    expect(await between("2026-12-01T00:00:00Z", "2026-12-01T23:59:59Z")).toEqual(
      many.map(({ event }) => event.id),
    );
  });

  it("is read past an item that cannot be read, which is named by its place", async () => {
    const unread: string[] = [];
    const client = engine?.client as NonNullable<typeof engine>["client"];
    await memory?.keep([sent("sf-centrum.C.1.0.2026-12-02T09:00:00Z", "2026-12-02T09:00:00Z")]);
    await client.send(
      new PutItemCommand({
        TableName: "sent-messages",
        Item: {
          queueAndDay: { S: `${queue} 2026-12-02` },
          place: { S: "2026-12-02T08:00:00Z sf-centrum.C" },
          sentAt: { N: "1" },
        },
      }),
    );
    const found: string[] = [];
    const reading = dynamoSentMessages("sent-messages", client, {
      onUnreadable: (place) => unread.push(place),
    });
    for await (const { event } of reading.between(queue, {
      from: "2026-12-02T00:00:00Z",
      to: "2026-12-02T23:59:59Z",
    }))
      found.push(event.id);

    expect(found).toEqual(["sf-centrum.C.1.0.2026-12-02T09:00:00Z"]);
    expect(unread).toEqual(["2026-12-02T08:00:00Z sf-centrum.C"]);
  });
});
