import { DynamoDBClient, GetItemCommand, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { dynamoItems, kmsClient, kmsSeal } from "@hemvist/adapters";
import { describe, expect, inject, it } from "vitest";
import { kmsDerivedKeys } from "../../packages/adapters/derived-keys.ts";
import { policiesOfOperators, unjudged } from "../../packages/sandbox/permissions/who-calls.ts";
import { propertiesOf, templatesIn } from "../support/deployed.ts";
import { aSystem } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { sample, traineeship } from "./sample.ts";

const records: unknown[] = [];
const system = await aSystem({ onChange: (record) => records.push(record) });
await system.party("sf-centrum").post("/v1/decisions", sample(traineeship));
await system.settle();

/** An operator who holds every policy that hemvist gives, and has the AWS SDK at hand. */
const anna = system.clientFor("anna");
const dynamo = new DynamoDBClient(anna);
const sqs = new SQSClient(anna);
const lambda = new LambdaClient(anna);
const s3 = new S3Client({ ...anna, forcePathStyle: true });

const { TABLE_NAME = "" } = system.variablesOf("hemvist-read-case");
const { FAILED_RECORDS_BUCKET = "", JOURNAL_BUCKET = "" } = system.variablesOf("hemvist-operate");
const { REPORTS_BUCKET = "" } = system.variablesOf("hemvist-report");
const toProvider = "assignments-kompetenscenter.fifo";

const forged = JSON.stringify({
  specversion: "1.0",
  type: "se.goteborg.hemvist.assignment.cancelled.v1",
  source: "urn:hemvist",
  id: "forged",
  data: { assignmentId: "sf-centrum.SFC-2026-004711.1" },
});

const firstOf = <Item>(items: AsyncIterable<Item>): Promise<IteratorResult<Item>> =>
  items[Symbol.asyncIterator]().next();

const refused = { name: expect.stringMatching(/AccessDenied/) as unknown };

describe("an operator with every policy hemvist gives", () => {
  it("holds all that the templates declare", () => {
    const declared = propertiesOf(templatesIn(inject("templates")), "AWS::IAM::ManagedPolicy");

    expect(declared.map(({ ManagedPolicyName }) => ManagedPolicyName).toSorted()).toEqual(
      policiesOfOperators.toSorted(),
    );
    expect(unjudged).toEqual(["a-tester", "sandbox"]);
  });

  it("does what operators do through hemvist", async () => {
    const listed = await hemvistOps(system, "anna")("dead-letters", "--json");

    expect(listed).toMatchObject({ status: 0, error: "" });
  });

  it("sees how many messages a queue holds", async () => {
    const QueueUrl = system.queueUrl(toProvider);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
    );

    expect(Attributes).toEqual({ ApproximateNumberOfMessages: "2" });
  });
});

describe("the SDK script that printed names", () => {
  it("reads no decision, whole or one by one", async () => {
    const seal = kmsSeal("alias/hemvist-record", kmsClient(anna));
    await expect(firstOf(dynamoItems(TABLE_NAME, seal, dynamo))).rejects.toMatchObject(refused);
    await expect(dynamo.send(new ScanCommand({ TableName: TABLE_NAME }))).rejects.toMatchObject(refused);
    const Key = { pk: { S: "sf-centrum#SFC-2026-004711" } };
    await expect(dynamo.send(new GetItemCommand({ TableName: TABLE_NAME, Key }))).rejects.toMatchObject(
      refused,
    );
    const byCase = new QueryCommand({
      TableName: TABLE_NAME,
      IndexName: "case",
      KeyConditionExpression: "caseKey = :k",
      ExpressionAttributeValues: { ":k": { S: "k" } },
    });
    await expect(dynamo.send(byCase)).rejects.toMatchObject(refused);
  });

  it("derives no key that opens a record or makes a pseudonym", async () => {
    const { PSEUDONYM_KEY_ID = "", RECORD_KEY_ID = "" } = system.variablesOf("hemvist-receive-decision");
    for (const key of ["alias/hemvist-record", PSEUDONYM_KEY_ID, RECORD_KEY_ID])
      await expect(kmsDerivedKeys(key, "records", kmsClient(anna))(1)).rejects.toMatchObject(refused);
  });

  it.each(["inbox-sf-centrum.fifo", toProvider, "decisions-sf-centrum-dlq"])(
    "takes no message off %s",
    async (name) => {
      const QueueUrl = system.queueUrl(name);
      await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject(refused);
    },
  );

  it("lists no object that may hold a person", async () => {
    for (const Bucket of [FAILED_RECORDS_BUCKET, REPORTS_BUCKET])
      await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(refused);
  });
});

describe("the SDK script that sent a forged cancellation", () => {
  it("reaches no party's queue", async () => {
    const before = await system.messagesOn(toProvider);
    for (const name of system.queueNames())
      await expect(
        sqs.send(
          new SendMessageCommand({
            QueueUrl: system.queueUrl(name),
            MessageBody: forged,
            ...(name.endsWith(".fifo")
              ? { MessageGroupId: "SFC-2026-004711", MessageDeduplicationId: "forged" }
              : {}),
          }),
        ),
      ).rejects.toMatchObject(refused);

    expect(await system.messagesOn(toProvider)).toEqual(before);
  });

  it("has no function send it: not hand-off, not operate past its URL, not the alias or the version", async () => {
    const { count = 0 } = system.calls()["hemvist-hand-off"]?.["SQS.SendMessageBatch"] ?? {};
    const Payload = JSON.stringify({ Records: records });
    for (const name of ["hand-off", "operate", "receive-decision", "record-progress", "follow-up"])
      for (const FunctionName of [`hemvist-${name}`, `hemvist-${name}:live`])
        await expect(lambda.send(new InvokeCommand({ FunctionName, Payload }))).rejects.toMatchObject(
          refused,
        );

    expect(system.calls()["hemvist-hand-off"]?.["SQS.SendMessageBatch"]?.count).toBe(count);
  });

  it("writes no entry in the journal in another's name", async () => {
    const put = new PutObjectCommand({
      Bucket: JOURNAL_BUCKET,
      Key: "bertil/x",
      Body: "{}",
      IfNoneMatch: "*",
    });

    await expect(s3.send(put)).rejects.toMatchObject(refused);
  });
});
