import { gzipSync, zstdCompressSync } from "node:zlib";
import { DynamoDBClient, ListTablesCommand, ScanCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { beforeAll, describe, expect, it } from "vitest";
import { readSamples } from "../../packages/sandbox/samples/samples.ts";
import { everyReading } from "../support/every-reading.ts";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";
import { filesOf, foundIn, wordsOf } from "./what-was-sent.ts";

const stream: unknown[] = [];
const troubles: string[] = [];
const system = await aSystem({
  // After all that happens in the samples.
  startsAt: "2026-12-02T09:00:00Z",
  retryAfterMs: 1,
  onChange: (record) => stream.push(record),
  onTrouble: (trouble) => troubles.push(trouble),
});
const outsider = system.clientFor("a-tester");
const [dynamo, sqs] = [new DynamoDBClient(outsider), new SQSClient(outsider)];

const decisions = [
  ...readSamples(),
  ...filesOf("decisions/revisions").map((file) => ({ ...file, administration: "sf-centrum" })),
];
const progress = [...filesOf("progress"), ...filesOf("progress/invalid")];
const proposals = filesOf("proposals");
const whole = sample(traineeship);
const number = "18900118-9803";
const assignment = "sf-centrum.SFC-2026-004711.1";

/** What no sample shows: bodies that break where the number stands, and numbers where none belongs. */
const broken: readonly string[] = [
  whole.slice(0, whole.indexOf(number) + number.length),
  whole.replace('"protectedIdentity"', `"${number}"`),
  whole.replace('"sol', `"${number} sol`),
  `[${whole}]`,
  JSON.stringify(whole),
  number,
  Buffer.from(whole).toString("base64"),
  JSON.stringify({ specversion: "1.0", type: number, subject: "Sample", data: JSON.parse(whole) }),
  JSON.stringify({ progressId: number, assignmentId: `sf-centrum.${number}.1`, status: "Sample" }),
  JSON.stringify({ proposalId: number, assignmentId: number, wish: { kind: number } }),
];

const sent = [...decisions, ...progress].map(({ body }) => body);
const words = wordsOf([...sent, JSON.stringify({ identityNumber: number })]);

async function send(queue: string, body: string): Promise<void> {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: system.queueUrl(queue),
      MessageBody: body,
      MessageAttributes: { person: { DataType: "String", StringValue: number } },
      ...(queue.endsWith(".fifo")
        ? { MessageGroupId: number, MessageDeduplicationId: crypto.randomUUID() }
        : {}),
    }),
  );
}

async function post(path: string, body: string, as = "sf-centrum"): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  await (await system.party(as).call(path, { method: "POST", headers, body })).text();
}

const providerOf = (body: string): string =>
  body.includes("sf-hisingen.") ? "sf-hisingen" : "kompetenscenter";

const proposalPath = (body: string): string => {
  const { proposalId = "", answer, withdrawnAt } = JSON.parse(body) as Record<string, string | undefined>;
  const proposed = `/v1/assignments/${assignment}/proposals`;
  if (answer !== undefined) return `${proposed}/${proposalId}/answer`;
  return withdrawnAt === undefined ? proposed : `${proposed}/${proposalId}/withdrawal`;
};

/** hand-off cannot read its stream record, and sets it aside. The stream also has the body that stood before. */
const spoil = () =>
  dynamo.send(
    new UpdateItemCommand({
      TableName: "decisions",
      Key: { pk: { S: "sf-centrum.SFC-2026-004711" } },
      UpdateExpression: "SET body = :value, version = version + :one",
      ExpressionAttributeValues: { ":value": { S: "something else" }, ":one": { N: "1" } },
    }),
  );

beforeAll(async () => {
  for (const { body, administration } of decisions) await post("/v1/decisions", body, administration);
  await system.settle();
  for (const { body, administration } of decisions) await send(`decisions-${administration}`, body);
  await system.settle();
  for (const { body } of progress) {
    await send(`progress-${providerOf(body)}.fifo`, body);
    await post(`/v1/assignments/${assignment}/progress`, body, providerOf(body));
  }
  for (const { body } of proposals) {
    await post(proposalPath(body), body, body.includes('"answer"') ? "sf-centrum" : "kompetenscenter");
    await send(body.includes('"answer"') ? "decisions-sf-centrum" : "progress-kompetenscenter.fifo", body);
  }
  for (const body of broken) {
    await send("decisions-sf-centrum", body);
    await send("progress-kompetenscenter.fifo", body);
    for (const path of [
      "/v1/decisions",
      "/v1/decision-checks",
      `/v1/assignments/${number}/progress`,
      `/v1/person-searches`,
    ])
      await post(path, body, path.endsWith("progress") ? "kompetenscenter" : "sf-centrum");
  }
  for (const asked of [
    { identityNumber: number, purpose: `About Sample, ${number}` },
    { identityNumber: number, purpose: "Follow-up" },
    { reference: "SFC-SKYDD-0007", purpose: "Follow-up" },
    { identityNumber: "18900118-9804", purpose: "Follow-up" },
  ])
    await post("/v1/person-searches", JSON.stringify(asked));
  for (const path of [
    `/v1/decisions/sf-centrum/${number}`,
    `/v1/assignments/sf-centrum.${number}.1`,
    `/v1/models/${number}?for=${number}`,
    `/${number}`,
  ])
    await (await system.party("sf-centrum").call(path)).text();
  await system.settle();
  await system.advance("2027-01-11T08:00:00Z", { every: "day" });
  await spoil();
  await system.settle();
});

/** What hand-off could not read, and set aside itself. */
const aside = async (): Promise<readonly unknown[]> =>
  (await dynamo.send(new ScanCommand({ TableName: "sent-messages" }))).Items?.filter(
    ({ about }) => about?.S === "set aside",
  ) ?? [];

async function rows(): Promise<readonly unknown[]> {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const all = await Promise.all(
    TableNames.map(async (TableName) => (await dynamo.send(new ScanCommand({ TableName }))).Items ?? []),
  );
  return all.flat();
}

const isDeadLetters = (queue: string): boolean => /-dlq(\.fifo)?$/.test(queue);
const isReadByParty = (queue: string): boolean =>
  /^(assignments|inbox)-[\w-]+\.fifo$/.test(queue) && !isDeadLetters(queue);

/** What a letter says of itself beside its body. SQS keeps the group that a sender chose, so ours must not be the sender's. */
async function attributes(): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const queue of system.queueNames().filter(isDeadLetters)) {
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: system.queueUrl(queue),
          MaxNumberOfMessages: 10,
          MessageSystemAttributeNames: ["All"],
          MessageAttributeNames: ["All"],
          VisibilityTimeout: 3600,
        }),
      );
      if (Messages.length === 0) break;
      found.push(...Messages.map(({ Attributes, MessageAttributes }) => ({ Attributes, MessageAttributes })));
    }
  }
  return found;
}

describe("a dump after messages of every kind, broken ones too", () => {
  it.each([
    ["every table", rows, "SFC-2026-004711"],
    ["the stream", () => stream, "SFC-2026-004711"],
    ["what was set aside", aside, "SFC-2026-004711"],
    ["the logs", () => system.logs.map(({ line }) => line), "SFC-2026-004711"],
    ["the dead letters' attributes", attributes, "unreadable: "],
  ] as const)("of %s has no number, name or assessment word that was sent", async (_what, dump, marker) => {
    const text = everyReading(await dump());

    expect(text).toContain(marker);
    expect(foundIn(text, words)).toEqual([]);
  });

  it("needs to hold nothing of what went wrong in the run, because nothing did", () => {
    expect(troubles).toEqual([]);
  });

  it("of the queues has them only where a party reads, and where dead letters lie", async () => {
    const holding: string[] = [];
    for (const queue of system.queueNames()) {
      const lying = await system.messagesOn(queue);
      if (foundIn(everyReading(lying.map(({ body }) => body)), words).length > 0) holding.push(queue);
    }

    expect(holding.filter((queue) => !isReadByParty(queue) && !isDeadLetters(queue))).toEqual([]);
    expect(holding).toEqual(
      expect.arrayContaining([
        "assignments-kompetenscenter.fifo",
        "decisions-sf-centrum-dlq",
        "progress-kompetenscenter-dlq.fifo",
      ]),
    );
  });
});

describe("the search", () => {
  it("looks for each kind of word that the messages have", () => {
    expect([...words]).toEqual(
      expect.arrayContaining([
        number,
        "189001189803",
        "Sample",
        "full-time",
        "workAbility",
        "SFC-SKYDD-0007",
        "2028-06-30",
      ]),
    );
  });

  it.each([
    ["in the clear", whole],
    ["as JSON in JSON in JSON", JSON.stringify(JSON.stringify(whole))],
    [
      "in Base64, in a record",
      { dynamodb: { NewImage: { body: { B: Buffer.from(whole).toString("base64") } } } },
    ],
    ["as bytes", Buffer.from(whole)],
    ["as UTF-16", Buffer.from(whole, "utf16le")],
    ["as hexadecimal", Buffer.from(whole).toString("hex")],
    ["in an address", `/v1/persons/${encodeURIComponent(whole)}`],
    [
      "compressed behind a header, and not sealed",
      Buffer.concat([Buffer.alloc(14), zstdCompressSync(whole)]),
    ],
    [
      "compressed, in Base64, in a letter",
      JSON.stringify({ payload: JSON.stringify({ B: gzipSync(whole).toString("base64") }) }),
    ],
  ])("finds them %s", (_how, value) => {
    expect(foundIn(everyReading(value), words)).toEqual(
      expect.arrayContaining([number, "Sample", "full-time", "unemployment"]),
    );
  });

  it("takes no letters out of a longer word", () => {
    expect(foundIn("xfulltimeSamples 2189001189803", ["Sample", "full"])).toEqual([]);
  });
});
