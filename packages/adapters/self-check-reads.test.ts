import { DynamoDBClient, GetItemCommand, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { partiesOf } from "@hemvist/rules";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { aSeal } from "../../test/support/a-seal.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { dynamoCases } from "./dynamo-cases.ts";
import { caseReads, queueReads, scanRead } from "./self-check-reads.ts";

const sqs = mockClient(SQSClient);
const dynamo = mockClient(DynamoDBClient);
beforeEach(() => {
  sqs.reset();
  dynamo.reset();
});

const url = "https://sqs.eu-north-1.amazonaws.com/000000000000/inbox-sf-centrum.fifo";
const reads = queueReads({ "inbox-sf-centrum": url }, new SQSClient({}));
const read = () => reads["inbox-sf-centrum"]?.();

describe("a look at a queue", () => {
  it("finds it by its name, and sends nothing", async () => {
    sqs.on(GetQueueUrlCommand, { QueueName: "inbox-sf-centrum.fifo" }).resolves({ QueueUrl: url });
    await read();

    expect(sqs.commandCalls(GetQueueUrlCommand)).toHaveLength(1);
    expect(sqs.commandCalls(SendMessageCommand)).toHaveLength(0);
  });

  it("finds it under an older form of SQS's address", async () => {
    const QueueUrl = url.replace("sqs.eu-north-1", "eu-north-1.queue");
    sqs.on(GetQueueUrlCommand).resolves({ QueueUrl });

    await expect(read()).resolves.toBeUndefined();
  });

  it.each([
    ["in another account", url.replace("000000000000", "111111111111")],
    ["without an address", undefined],
  ])("takes one %s for another", async (_which, QueueUrl) => {
    sqs.on(GetQueueUrlCommand).resolves({ QueueUrl });

    await expect(read()).rejects.toMatchObject({ name: "QueueElsewhere" });
  });

  it("says what SQS says", async () => {
    sqs.on(GetQueueUrlCommand).rejects(Object.assign(new Error(), { name: "QueueDoesNotExist" }));

    await expect(read()).rejects.toMatchObject({ name: "QueueDoesNotExist" });
  });
});

describe("a look at the table of decisions", () => {
  const {
    decisions,
    due,
    person,
    case: caseNumber,
  } = caseReads(dynamoCases("decisions", aSeal, { client: new DynamoDBClient({}) }));

  it("asks for a decision that cannot be", async () => {
    dynamo.on(GetItemCommand).resolves({});
    await decisions();
    const [key = ""] = dynamo
      .commandCalls(GetItemCommand)
      .map(({ args }) => args[0].input.Key?.["pk"]?.S ?? "");

    expect(key).toBe("self-check.self-check");
    expect(partiesOf(goteborg).administrations).not.toContain(key.split(".")[0]);
  });

  it.each([
    ["due", ["due"], due],
    ["person and what was before", ["person", "former", "first"], person],
    ["case", ["case"], caseNumber],
  ])("asks the index %s", async (_what, indexes, look) => {
    dynamo.on(QueryCommand).resolves({ Items: [] });
    await look();
    const asked = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input.IndexName);

    expect([...new Set(asked)]).toEqual(indexes);
  });

  it("as a whole brings no record", async () => {
    dynamo.on(ScanCommand).resolves({ Count: 1 });
    await scanRead("decisions", new DynamoDBClient({}))();

    expect(dynamo.commandCalls(ScanCommand).map(({ args }) => args[0].input)).toEqual([
      { TableName: "decisions", Limit: 1, Select: "COUNT" },
    ]);
  });
});
