import { CreateTableCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { dynamoSentMessages, dynamoSetAside } from "@hemvist/adapters";
import { type Message, remembered, type SentMessage, type SentMessages } from "@hemvist/casework";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aSeal } from "../support/a-seal.ts";
import { anOutgoingMessage } from "../support/an-outgoing-message.ts";
import { type DynamoEngine, openDynalite } from "../support/engines/dynamo-engines.ts";
import { everyReading } from "../support/every-reading.ts";

const queue = "inbox-sf-centrum";
const table = "sent-messages";
const sent = (id: string, at: string): SentMessage => {
  const decision = id.split(".").slice(0, 2).join(".");
  return remembered(anOutgoingMessage({ queue, decision, id }), at);
};

let engine: DynamoEngine | undefined;
const client = () => (engine as DynamoEngine).client;
let memory: SentMessages;
beforeAll(async () => {
  engine = await openDynalite();
  await client().send(
    new CreateTableCommand({
      TableName: table,
      AttributeDefinitions: [
        { AttributeName: "about", AttributeType: "S" },
        { AttributeName: "place", AttributeType: "S" },
      ],
      KeySchema: [
        { AttributeName: "about", KeyType: "HASH" },
        { AttributeName: "place", KeyType: "RANGE" },
      ],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  memory = dynamoSentMessages(table, aSeal, client());
});
afterAll(() => engine?.stop());

async function idsOnQueue(from: string, to: string, of = memory): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { event } of of.between(queue, { from, to })) found.push(event.id);
  return found;
}

describe("what was sent, in DynamoDB (dynalite)", () => {
  it("comes back in its order: by instant, and within one by version, whichever run sent it", async () => {
    for (const [version, at] of [
      ["10", "2026-11-02T09:00:01Z"],
      ["9", "2026-11-02T09:00:01Z"],
      ["11", "2026-11-02T23:59:59Z"],
      ["12", "2026-11-03T00:00:00Z"],
    ] as const)
      await memory.keep([sent(`sf-centrum.A.${version}.0.2026-11-02T09:00:00Z`, at)]);

    expect(
      (await idsOnQueue("2026-11-02T00:00:00Z", "2026-11-03T23:59:59Z")).map((id) => id.split(".")[2]),
    ).toEqual(["9", "10", "11", "12"]);
  });

  it("is found by window, both ends included, and by queue", async () => {
    expect(await idsOnQueue("2026-11-02T09:00:02Z", "2026-11-02T23:59:59Z")).toEqual([
      "sf-centrum.A.11.0.2026-11-02T09:00:00Z",
    ]);
    expect(await idsOnQueue("2026-11-02T09:00:01Z", "2026-11-02T09:00:01Z")).toHaveLength(2);
    expect(await idsOnQueue("2026-11-04T00:00:00Z", "2026-11-05T00:00:00Z")).toEqual([]);
  });

  it("is known by its ids, of all queues and over midnight, both ends included", async () => {
    const instants = [
      "2026-11-20T23:59:58Z",
      "2026-11-20T23:59:59Z",
      "2026-11-21T00:00:00Z",
      "2026-11-21T00:00:01Z",
    ];
    for (const [index, at] of instants.entries())
      await memory.keep([
        remembered(anOutgoingMessage({ queue: `assignments-${index}`, id: `D.${index}.0.${at}` }), at),
      ]);

    expect(await memory.idsBetween({ from: instants[1] ?? "", to: instants[2] ?? "" })).toEqual(
      new Set([`D.1.0.${instants[1]}`, `D.2.0.${instants[2]}`]),
    );
  });

  it("comes back as it was, without the person, more of it than an item or a call holds", async () => {
    const at = "2026-12-01T09:00:00Z";
    const many = Array.from({ length: 61 }, (_, index) => sent(`sf-centrum.B.1.${index}.${at}`, at)).map(
      (one) => ({ ...one, event: { ...one.event, data: { note: "å".repeat(60_000) } } }),
    );
    await memory.keep(many);

    const found: SentMessage[] = [];
    for await (const one of memory.between(queue, { from: at, to: at })) found.push(one);
    expect(found).toEqual(many);
  });

  it("is sealed: nothing of a message can be read in the table but which assignments were requested", async () => {
    await memory.keep(received().outbox.map((message) => remembered(message, "2026-12-05T09:00:00Z")));

    const { Items = [] } = await client().send(new ScanCommand({ TableName: table }));
    const inTheClear = JSON.stringify(Items.map(({ body: _body, ...clear }) => clear));
    expect(inTheClear).toContain("sf-centrum.SFC-2026-004711.1");
    expect(everyReading(Items)).not.toMatch(/traineeship|sol-12-4|triedRules/);
  });

  it("is forgotten after 90 days, by the number of seconds that DynamoDB asks for", async () => {
    await memory.keep([sent("sf-centrum.F.1.0.2026-12-06T09:00:00Z", "2026-12-06T09:00:00Z")]);

    const { Items = [] } = await client().send(new ScanCommand({ TableName: table }));
    const forgotten = Items.filter(({ about }) => about?.S?.startsWith("2026-12-06")).map(
      ({ forgetAt }) => forgetAt?.N,
    );
    expect(forgotten).toEqual([String(Date.parse("2027-03-06T09:00:00Z") / 1000)]);
  });

  it("is read past an item that cannot be read, which is named by its place", async () => {
    const unread: string[] = [];
    await memory.keep([sent("sf-centrum.C.1.0.2026-12-02T09:00:00Z", "2026-12-02T09:00:00Z")]);
    for (const [place, body] of [
      ["2026-12-02T08:00:00Z not-sealed", { S: "text" }],
      ["2026-12-02T08:00:01Z of-another-place", { B: await aSeal.close("[]", { pk: "x", version: 0 }) }],
    ] as const)
      await client().send(
        new PutItemCommand({
          TableName: table,
          Item: { about: { S: "2026-12-02 0" }, place: { S: place }, body },
        }),
      );
    const reading = dynamoSentMessages(table, aSeal, client(), {
      onUnreadable: (place) => unread.push(place),
    });

    expect(await idsOnQueue("2026-12-02T00:00:00Z", "2026-12-02T23:59:59Z", reading)).toEqual([
      "sf-centrum.C.1.0.2026-12-02T09:00:00Z",
    ]);
    expect(unread).toEqual(["2026-12-02T08:00:00Z not-sealed", "2026-12-02T08:00:01Z of-another-place"]);
  });
});

describe("when an assignment was put on its queue, in DynamoDB (dynalite)", () => {
  const requests = (decisionId: string): readonly Message[] => received(aDecision({ decisionId })).outbox;
  const keep = (messages: readonly Message[], at: string) =>
    memory.keep(messages.map((message) => remembered(message, at)));
  const deliveredAt = async (id: string) => (await memory.deliveredAt([id])).get(id);

  it("is unknown before, and for what is no assignment", async () => {
    expect(await memory.deliveredAt(["sf-centrum.NEVER.1", "nothing", ""])).toEqual(new Map());
  });

  it("is the newest instant of its own request, not of another message of its decision", async () => {
    const [one, two, answer] = requests("R-1") as [Message, Message, Message];
    await keep([one, two], "2026-11-02T09:00:00Z");
    await keep([two], "2026-11-03T09:00:00Z");
    await keep([answer], "2026-11-04T09:00:00Z");

    expect(await deliveredAt("sf-centrum.R-1.1")).toBe("2026-11-02T09:00:00Z");
    expect(await deliveredAt("sf-centrum.R-1.2")).toBe("2026-11-03T09:00:00Z");
  });

  it("is found for many assignments of many decisions at once", async () => {
    const decisions = Array.from({ length: 31 }, (_, index) => `M-${index}`);
    await keep(decisions.flatMap(requests), "2026-11-02T09:00:00Z");

    const ids = decisions.flatMap((name) => [`sf-centrum.${name}.1`, `sf-centrum.${name}.2`]);
    const found = await memory.deliveredAt([...ids, "sf-centrum.M-0.99"]);
    expect(found).toEqual(new Map(ids.map((id) => [id, "2026-11-02T09:00:00Z"])));
  });
});

describe("what hand-off set aside, in DynamoDB (dynalite)", () => {
  const setAside = () => dynamoSetAside(table, client());
  const whole = {
    pk: "sf-centrum.A",
    sequenceNumber: "900000000001",
    writtenAt: Date.parse("2026-11-02T09:00:00Z") / 1000,
    version: "3",
    body: Buffer.from("sealed").toString("base64"),
  };
  const noRecord = { ...whole, sequenceNumber: "1000000000002", version: undefined, body: undefined };

  it("comes back as it was, in the stream's order within a decision, and once however often it is set aside", async () => {
    for (const record of [noRecord, whole, whole]) await setAside().add(record);

    const found: unknown[] = [];
    for await (const record of setAside().all()) found.push(record);
    expect(found).toEqual([whole, noRecord]);
  });

  it("is forgotten after fourteen days", async () => {
    const { Items = [] } = await client().send(new ScanCommand({ TableName: table }));
    const aside = Items.filter(({ about }) => about?.S === "set aside");

    expect(aside.map(({ forgetAt }) => forgetAt?.N)).toEqual(
      [whole, noRecord].map(() => String(Date.parse("2026-11-16T09:00:00Z") / 1000)),
    );
  });
});
