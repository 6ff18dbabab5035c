import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PortTakenError, type RunningSystem, startLocal } from "./index.ts";

const templates = fileURLToPath(new URL("./fixtures/notes", import.meta.url));
const troubles: string[] = [];
let system: RunningSystem;
let queues: SQSClient;
let tables: DynamoDBClient;

beforeAll(async () => {
  system = await startLocal({
    templates,
    startsAt: "2026-03-28T11:30:00Z",
    zone: "Europe/Stockholm",
    retryAfterMs: 20,
    alongside: async ({ url }) =>
      url === "/_beside" ? { status: 200, headers: {}, body: "beside the gateway" } : undefined,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  queues = new SQSClient(system.clientFor("outsider"));
  tables = new DynamoDBClient(system.clientFor("outsider"));
});

afterAll(async () => {
  await system.stop();
});

const post = (noteId: string, body = "text") =>
  fetch(`${system.apiUrl}/v1/notes/${noteId}`, { method: "POST", body });

const linesOf = (functionName: string) =>
  system.logs.filter((line) => line.functionName === functionName).map(({ line }) => JSON.parse(line));

const received = async (queue: string) => {
  const { Messages = [] } = await queues.send(
    new ReceiveMessageCommand({
      QueueUrl: system.queueUrl(queue),
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ["All"],
    }),
  );
  return Messages;
};

const deleted = (receiptHandle: string | undefined) =>
  queues.send(
    new DeleteMessageCommand({ QueueUrl: system.queueUrl("outgoing.fifo"), ReceiptHandle: receiptHandle }),
  );

const sendIncoming = (body: string, group = "one") =>
  queues.send(
    new SendMessageCommand({
      QueueUrl: system.queueUrl("incoming.fifo"),
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: `${group}-${body}`,
    }),
  );

describe("the HTTP API", () => {
  it("calls the function behind a route, at virtual time", async () => {
    const answer = await post("a");

    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe("/v1/notes/a");
    const { httpMethod, at } = (await answer.json()) as { httpMethod: string; at: number };
    expect(httpMethod).toBe("POST");
    expect(new Date(at).toISOString()).toMatch(/^2026-03-28T11:3/);
  });

  it("dates its answers by the system's clock", async () => {
    const dates = await Promise.all([post("dated"), fetch(`${system.apiUrl}/v2/notes`)]);

    for (const { headers } of dates) expect(headers.get("date")).toMatch(/^Sat, 28 Mar 2026 11:3/);
  });

  it("lets what runs alongside answer first", async () => {
    expect(await (await fetch(`${system.apiUrl}/_beside`)).text()).toBe("beside the gateway");
  });

  it("gives a failed condition's item to the one who asked for it", async () => {
    await post("b", "first");
    const answer = await post("b", "second");

    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ existing: "first" });
  });

  it("answers an unknown address as the template's gateway response says", async () => {
    const answer = await fetch(`${system.apiUrl}/v2/notes`);

    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ title: "Not Found", instance: "/v2/notes" });
  });

  it("refuses a body of more than ten megabytes", async () => {
    const answer = await post("large", "x".repeat(10 * 1024 * 1024 + 1));

    expect(answer.status).toBe(413);
  });

  it("answers 502 when the function's answer is larger than Lambda takes, and says so as Lambda does", async () => {
    const answer = await post("large-answer");

    expect(answer.status).toBe(502);
    expect(troubles.at(-1)).toContain("Function.ResponseSizeTooLarge");
    expect((await post("after-large-answer")).status).toBe(201);
  });

  it("answers 502 when the event is larger than Lambda takes", async () => {
    const answer = await post("large-event", "x".repeat(6 * 1024 * 1024));

    expect(answer.status).toBe(502);
    expect(troubles.at(-1)).toContain("RequestTooLargeException");
  });

  it.each(["malformed", "crash", "slow"])(
    "answers 502 when the function is %s, and goes on after it",
    async (noteId) => {
      const answer = await post(noteId);

      expect(answer.status).toBe(502);
      expect((await post(`after-${noteId}`)).status).toBe(201);
    },
  );
});

describe("a function that is crashed", () => {
  it("fails the invocation that it is at, and runs again with the next call", async () => {
    const answer = post("slow");
    while (!system.crash("notes-write")) await new Promise((resolve) => setTimeout(resolve, 1));

    expect((await answer).status).toBe(502);
    expect(troubles.at(-1)).toContain("exited without answering");
    expect((await post("after a crash")).status).toBe(201);
  });

  it("is not crashed while it does nothing", () => {
    expect(system.crash("notes-write")).toBe(false);
  });
});

describe("a queue that a function reads", () => {
  it("retries what failed, then leaves it to the dead-letter queue, in order within the group", async () => {
    await sendIncoming("bad");
    await sendIncoming("good");
    await sendIncoming("other", "two");
    await system.settle();

    const taken = linesOf("notes-take").map(({ took, attempt }) => `${took} ${attempt}`);
    expect(taken.filter((line) => !line.startsWith("other"))).toEqual(["bad 1", "bad 2", "good 1"]);
    expect(taken).toContain("other 1");
    expect((await received("incoming-dlq.fifo")).map(({ Body }) => Body)).toEqual(["bad"]);
  });

  it("gives the virtual time at which a message was sent", () => {
    const [{ sent }] = linesOf("notes-take");

    expect(new Date(Number(sent)).toISOString()).toMatch(/^2026-03-28T11:3/);
  });

  it("refuses a message that SQS would refuse, by the same name", async () => {
    const message = { QueueUrl: system.queueUrl("incoming.fifo"), MessageBody: "x", MessageGroupId: "one" };

    await expect(queues.send(new SendMessageCommand(message))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });

  it("has a URL that leads through the front", async () => {
    const { QueueUrl } = await queues.send(new GetQueueUrlCommand({ QueueName: "incoming.fifo" }));

    expect(QueueUrl).toBe(system.queueUrl("incoming.fifo"));
    expect(QueueUrl?.startsWith(system.awsEndpoint)).toBe(true);
  });
});

describe("a look at a queue", () => {
  it("shows what lies there, oldest first and in virtual time, and takes nothing", async () => {
    const queue = "incoming-dlq.fifo";
    for (const body of ["older", "newer"]) {
      await queues.send(
        new SendMessageCommand({
          QueueUrl: system.queueUrl(queue),
          MessageBody: body,
          MessageGroupId: body,
          MessageDeduplicationId: body,
          MessageAttributes: { reason: { DataType: "String", StringValue: `${body} than the other` } },
        }),
      );
    }
    await received(queue);
    const look = async () => (await system.messagesOn(queue)).slice(-2);
    const [older, newer] = await look();

    expect([older?.body, newer?.groupId]).toEqual(["older", "newer"]);
    expect(older?.attributes).toEqual({ reason: "older than the other" });
    expect(older?.sentAt).toMatch(/^2026-03-28T11:3/);
    expect(await look()).toEqual([older, newer]);
    await expect(system.messagesOn("nowhere")).rejects.toThrow(/no queue nowhere/);
  });
});

describe("the change feed", () => {
  it("carries each write of an item to the function, in order and with its images", async () => {
    const key = { TableName: "notes", Key: { pk: { S: "feed" } } };
    const setText = (text: string) => ({
      ...key,
      UpdateExpression: "SET #text = :text",
      ExpressionAttributeNames: { "#text": "text" },
      ExpressionAttributeValues: { ":text": { S: text } },
    });
    await tables.send(new UpdateItemCommand(setText("one")));
    await tables.send(new UpdateItemCommand(setText("two")));
    await tables.send(new UpdateItemCommand(setText("two")));
    await tables.send(new DeleteItemCommand(key));
    await system.settle();

    const published: unknown[] = [];
    for (
      let messages = await received("outgoing.fifo");
      messages.length > 0;
      messages = await received("outgoing.fifo")
    ) {
      for (const { Body, Attributes } of messages) {
        if (Attributes?.MessageGroupId === "feed") published.push(JSON.parse(Body ?? ""));
      }
      await Promise.all(messages.map(({ ReceiptHandle }) => deleted(ReceiptHandle)));
    }
    expect(published).toEqual([
      { eventName: "INSERT", is: "one" },
      { eventName: "MODIFY", was: "one", is: "two" },
      { eventName: "REMOVE", was: "two" },
    ]);
  });

  it("gives up a record after its retries, and keeps it whole in the bucket", async () => {
    await post("poisoned", "poison");
    await system.settle();

    const authorization = "AWS4-HMAC-SHA256 Credential=outsider/20260101/eu-north-1/s3/aws4_request";
    const list = await (
      await fetch(`${system.awsEndpoint}/failed-notes`, { headers: { authorization } })
    ).text();
    const [, key = ""] = /<Key>([^<]+)<\/Key>/.exec(list) ?? [];
    const object = await fetch(`${system.awsEndpoint}/failed-notes/${key}`, { headers: { authorization } });
    const { requestContext, payload } = (await object.json()) as {
      requestContext: { approximateInvokeCount: number };
      payload: string;
    };
    expect(requestContext.approximateInvokeCount).toBe(2);
    expect(JSON.parse(payload).Records[0].dynamodb.NewImage.text).toEqual({ S: "poison" });
  });

  it("refuses a write that it would miss", async () => {
    const write = { PutRequest: { Item: { pk: { S: "batched" } } } };

    await expect(
      tables.send(new BatchWriteItemCommand({ RequestItems: { notes: [write] } })),
    ).rejects.toThrow(/change feed would miss/);
  });
});

describe("time", () => {
  it("fires a schedule only when it is moved, at each occurrence's own time", async () => {
    expect(linesOf("notes-hourly")).toEqual([]);

    await system.advance("2026-03-28T14:10:00Z");

    const lines = linesOf("notes-hourly");
    expect(lines.map(({ scheduledTime }) => scheduledTime)).toEqual([
      "2026-03-28T12:00:00Z",
      "2026-03-28T13:00:00Z",
      "2026-03-28T14:00:00Z",
    ]);
    expect(system.now()).toMatch(/^2026-03-28T14:10:0/);
  });

  it("makes the same code of the same message with the same key", () => {
    const macs = new Set(linesOf("notes-hourly").map(({ mac }) => mac));

    expect(macs.size).toBe(1);
    expect([...macs][0]).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it("fires once a day at eight in the morning of its zone, summer time or not, when asked to", async () => {
    const before = linesOf("notes-hourly").length;
    await system.advance("2026-03-30T21:00:00Z", { every: "day" });

    expect(
      linesOf("notes-hourly")
        .slice(before)
        .map(({ scheduledTime }) => scheduledTime),
    ).toEqual(["2026-03-28T15:00:00Z", "2026-03-29T06:00:00Z", "2026-03-30T06:00:00Z"]);
  });

  it("forgets deduplication ids with a leap, as five minutes would", async () => {
    await sendIncoming("good");
    await system.settle();

    expect(linesOf("notes-take").filter(({ took }) => took === "good")).toHaveLength(2);
  });
});

describe("calls", () => {
  it("are counted by caller and operation, writes with their units", () => {
    const { outsider, "notes-write": write, "notes-hourly": hourly } = system.calls();

    expect(outsider?.["DynamoDB.UpdateItem"]).toEqual({ count: 3, writeUnits: 3, readUnits: 0 });
    expect(outsider?.["SQS.SendMessage"]?.count).toBe(7);
    // A note also has an entry in the index.
    expect(write?.["DynamoDB.PutItem"]?.writeUnits).toBeGreaterThan(write?.["DynamoDB.PutItem"]?.count ?? 0);
    expect(hourly?.["KMS.GenerateMac"]?.count).toBe(6);
  });
});

describe("a template that holds something unknown", () => {
  it("is refused with its type, its name, its stack, and where to teach it", async () => {
    const changed = await mkdtemp(join(tmpdir(), "changed-fixture-"));
    await cp(templates, changed, { recursive: true });
    const file = join(changed, "notes-data.template.json");
    const template = JSON.parse(await readFile(file, "utf8"));
    template.Resources.Bus = { Type: "AWS::Events::EventBus" };
    template.Resources.Notes.Properties.Colour = "red";
    template.Resources.Secret.Condition = "OnSundays";
    await writeFile(file, JSON.stringify(template));

    const complaint = await startLocal({ templates: changed }).catch(String);
    expect(complaint).toMatch(
      /AWS::Events::EventBus \(Bus in notes-data\) .* @hemvist\/local\/templates\/ignored-types\.ts/,
    );
    expect(complaint).toMatch(
      /GlobalTable\.Colour \(Notes in notes-data\) .* @hemvist\/local\/templates\/resource-types\.ts/,
    );
    expect(complaint).toMatch(/Secret in notes-data exists only if OnSundays/);
    await rm(changed, { recursive: true });
  });
});

describe("a port that another program has", () => {
  it("is refused by its number, and nothing is left running", async () => {
    const port = Number(new URL(system.apiUrl).port);

    await expect(startLocal({ templates, port })).rejects.toThrow(PortTakenError);
    await expect(startLocal({ templates, awsPort: port })).rejects.toThrow(`port ${port} is taken`);
  });
});

describe("a stopped run", () => {
  it("leaves nothing that keeps its process alive", async () => {
    const script = `
      const { startLocal } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)});
      const system = await startLocal({ templates: ${JSON.stringify(templates)}, startsAt: "2026-03-28T11:30:00Z" });
      await fetch(system.apiUrl + "/v1/notes/last", { method: "POST", body: "text" });
      await system.advance("2026-03-28T12:30:00Z");
      await system.stop();
      console.log(system.logs.length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      timeout: 600_000,
    });

    expect(stdout.trim()).toBe("2");
  }, 180_000);
});
