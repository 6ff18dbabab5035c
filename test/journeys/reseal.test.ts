import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { kmsDerivedKeys } from "../../packages/adapters/derived-keys.ts";
import { kmsClient } from "../../packages/adapters/kms-client.ts";
import { sealedWith } from "../../packages/adapters/seal.ts";
import { aSystem } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { journalOf } from "./journal.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");
const dynamo = new DynamoDBClient(system.clientFor("a-tester"));
const pk = "sf-centrum.SFC-2026-004711";
const Key = { pk: { S: pk } };

/** As the generation before the first would have sealed. */
const keys = kmsDerivedKeys("alias/hemvist-record", "records", kmsClient(system.clientFor("a-tester")));
const earlier = sealedWith(keys, 0);

const item = async () =>
  (await dynamo.send(new GetItemCommand({ TableName: "decisions", Key, ConsistentRead: true }))).Item ?? {};
const generation = async () => (await item())["body"]?.B?.[1];

async function sealWithTheEarlierKey(): Promise<void> {
  const place = { pk, version: Number((await item())["version"]?.N) };
  const text = await earlier.open((await item())["body"]?.B ?? new Uint8Array(), place);
  await dynamo.send(
    new UpdateItemCommand({
      TableName: "decisions",
      Key,
      UpdateExpression: "SET #body = :body",
      ExpressionAttributeNames: { "#body": "body" },
      ExpressionAttributeValues: { ":body": { B: await earlier.close(text, place) } },
    }),
  );
}

it("seals a record anew, and adds nothing to it, and sends nothing", async () => {
  await centrum.send("decisions-sf-centrum", sample(traineeship));
  await system.settle();
  await sealWithTheEarlierKey();
  await Promise.all([
    centrum.take("inbox-sf-centrum.fifo"),
    kompetenscenter.take("assignments-kompetenscenter.fifo"),
  ]);
  const before = await item();
  const stood = await system.get("/v1/decisions/sf-centrum/SFC-2026-004711");
  expect(await generation()).toBe(0);

  const { status, json } = await anna("reseal", "--reason", "INC-1", "--json");
  await system.settle();
  const after = await item();

  expect([status, json()]).toEqual([0, { looked: 1, resealed: 1, writtenMeanwhile: 0, unreadable: 0 }]);
  expect(await generation()).toBe(1);
  expect({ ...after, body: before["body"] }).toEqual(before);
  expect(await system.get("/v1/decisions/sf-centrum/SFC-2026-004711")).toEqual(stood);
  expect(await centrum.take("inbox-sf-centrum.fifo")).toEqual([]);
  expect(await kompetenscenter.take("assignments-kompetenscenter.fifo")).toEqual([]);
});

it("is on record, and finds nothing the second time", async () => {
  expect((await anna("reseal", "--reason", "INC-1", "--json")).json()).toMatchObject({
    looked: 1,
    resealed: 0,
  });
  expect(await journalOf(system)).toMatchObject([
    { command: "reseal", phase: "intended", who: { userId: "anna" } },
    { command: "reseal", phase: "done", outcome: { looked: 1, resealed: 1 } },
    { command: "reseal", phase: "intended" },
    { command: "reseal", phase: "done", outcome: { resealed: 0 } },
  ]);
});
