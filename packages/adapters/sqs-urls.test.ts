import { GetQueueUrlCommand, QueueDoesNotExist, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { sqsUrls } from "./sqs-urls.ts";

const sqs = mockClient(SQSClient);
const names = new Map([
  ["a", "a.fifo"],
  ["b", "b"],
]);
const missing = new QueueDoesNotExist({ message: "no", $metadata: {} });

beforeEach(() => {
  sqs.reset();
  sqs.on(GetQueueUrlCommand, { QueueName: "a.fifo" }).resolves({ QueueUrl: "https://sqs/a.fifo" });
});

describe("where queues are", () => {
  it("is asked of SQS, by the names they have there", async () => {
    sqs.on(GetQueueUrlCommand, { QueueName: "b" }).resolves({ QueueUrl: "https://sqs/b" });

    expect(await sqsUrls(names)).toEqual({ a: "https://sqs/a.fifo", b: "https://sqs/b" });
  });

  it("is known of the others where one is missing", async () => {
    sqs.on(GetQueueUrlCommand, { QueueName: "b" }).rejects(missing);
    const left: string[] = [];

    expect(await sqsUrls(names, { onMissing: (name, why) => left.push(`${name}: ${why.name}`) })).toEqual({
      a: "https://sqs/a.fifo",
    });
    expect(left).toEqual(["b: QueueDoesNotExist"]);
  });

  it.each([
    ["SQS gives none", { a: missing, b: missing }, missing],
    ["SQS does not answer", { b: new TypeError("fetch failed") }, TypeError],
  ])("fails where %s", async (_what, errors, expected) => {
    for (const [name, error] of Object.entries(errors))
      sqs.on(GetQueueUrlCommand, { QueueName: names.get(name) }).rejects(error);

    await expect(sqsUrls(names)).rejects.toThrow(expected);
  });
});
