import { fileURLToPath } from "node:url";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FrontCall, type RunningSystem, startLocal } from "./index.ts";

const templates = fileURLToPath(new URL("./fixtures/notes", import.meta.url));
let system: RunningSystem;
let fails: (call: FrontCall) => boolean = () => false;

beforeAll(async () => {
  system = await startLocal({
    templates,
    startsAt: "2026-03-28T11:30:00Z",
    retryAfterMs: 1,
    interfere: (call) => (fails(call) ? { status: 503, headers: {}, body: "" } : undefined),
  });
});
afterAll(() => system.stop());

const write = (note: string, text: string) =>
  fetch(`${system.apiUrl}/v1/notes/${note}`, { method: "POST", body: text });
const linesOf = (functionName: string): number =>
  system.logs.filter((line) => line.functionName === functionName).length;
const depth = async (queue: string): Promise<number> => (await system.messagesOn(queue)).length;
const mapping = (functionName: string): string =>
  system.controls.mappings().find((known) => known.functionName === functionName)?.id ?? "";
const tables = () => new DynamoDBClient({ ...system.clientFor("outsider"), maxAttempts: 1 });

describe("an event source mapping that is switched off", () => {
  it("leaves a queue's messages where they are, and takes them when it is on again", async () => {
    system.controls.switchMapping(mapping("notes-take"), false);
    await new SQSClient(system.clientFor("outsider")).send(
      new SendMessageCommand({
        QueueUrl: system.queueUrl("incoming.fifo"),
        MessageBody: "later",
        MessageGroupId: "one",
        MessageDeduplicationId: "later",
      }),
    );
    await system.settle();
    expect([linesOf("notes-take"), await depth("incoming.fifo")]).toEqual([0, 1]);

    system.controls.switchMapping(mapping("notes-take"), true);
    await system.settle();
    expect([linesOf("notes-take"), await depth("incoming.fifo")]).toEqual([1, 0]);
  });

  it("leaves a stream's records in it", async () => {
    system.controls.switchMapping(mapping("notes-follow"), false);
    await write("waits", "text");
    await system.settle();
    expect(await depth("outgoing.fifo")).toBe(0);

    system.controls.switchMapping(mapping("notes-follow"), true);
    await system.settle();
    expect(await depth("outgoing.fifo")).toBe(1);
  });
});

describe("a schedule that is switched off", () => {
  it("does not fire, and does not make good what it missed", async () => {
    system.controls.switchSchedule("every-hour", false);
    await system.advance("2026-03-28T13:30:00Z");
    system.controls.switchSchedule("every-hour", true);
    await system.advance("2026-03-28T14:10:00Z");

    expect(linesOf("notes-hourly")).toBe(1);
  });
});

describe("a service that is made to fail", () => {
  it("fails the calls that were chosen, and no others", async () => {
    const asked: FrontCall[] = [];
    fails = (call) => {
      asked.push(call);
      return call.service === "dynamodb" && call.operation === "GetItem";
    };
    const get = new GetItemCommand({ TableName: "notes", Key: { pk: { S: "waits" } } });
    await expect(tables().send(get)).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    await tables().send(
      new PutItemCommand({ TableName: "notes", Item: { pk: { S: "other" }, text: { S: "x" } } }),
    );
    fails = () => false;

    expect(asked[0]).toMatchObject({ caller: "outsider", service: "dynamodb", body: { TableName: "notes" } });
    await system.settle();
  });
});

describe("a function that is configured otherwise", () => {
  it("starts anew with the changed variables, and later with its template's", async () => {
    await system.controls.configure("notes-write", { TABLE_NAME: "nowhere" });
    expect((await write("lost", "text")).status).not.toBe(201);

    await system.controls.configure("notes-write");
    expect((await write("found", "text")).status).toBe(201);
    await system.settle();
  });
});

describe("a table that is restored", () => {
  it("has the items of its copy, and what its stream had not yet given is lost", async () => {
    const copy = await system.controls.copyOfTable("notes");
    const before = await depth("outgoing.fifo");
    system.controls.switchMapping(mapping("notes-follow"), false);
    await write("after", "text");
    await system.controls.restoreTable("notes", copy);
    system.controls.switchMapping(mapping("notes-follow"), true);
    await system.settle();

    expect(await depth("outgoing.fifo")).toBe(before);
    expect(await system.controls.copyOfTable("notes")).toHaveLength(copy.length);
    expect((await write("after", "text")).status).toBe(201);
  });
});
