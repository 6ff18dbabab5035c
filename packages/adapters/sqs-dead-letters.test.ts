import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { sqsDeadLetters } from "./sqs-dead-letters.ts";

const sqs = mockClient(SQSClient);
beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageCommand).resolves({});
});

const deadLetters = sqsDeadLetters(
  {
    "decisions-sf-centrum-dlq": "https://sqs.example/d-dlq",
    "progress-p-dlq": "https://sqs.example/p-dlq.fifo",
  },
  new SQSClient({}),
);
const letter = { messageId: "m-1", body: "{", reason: "unreadable: not-json" };
const sent = () => sqs.commandCalls(SendMessageCommand)[0]?.args[0].input;

describe("setting a message aside", () => {
  it("keeps it whole, with the reason and its own id beside it", async () => {
    await deadLetters.setAside({ ...letter, queue: "decisions-sf-centrum" });

    expect(sent()).toEqual({
      QueueUrl: "https://sqs.example/d-dlq",
      MessageBody: "{",
      MessageAttributes: {
        reason: { DataType: "String", StringValue: "unreadable: not-json" },
        originalMessageId: { DataType: "String", StringValue: "m-1" },
      },
    });
  });

  it("on an ordered queue the message is a group of its own, and the same twice is one", async () => {
    await deadLetters.setAside({ ...letter, queue: "progress-p" });

    expect(sent()).toMatchObject({ MessageGroupId: "m-1", MessageDeduplicationId: "m-1" });
  });

  it("of a queue this function has no address for is a fault, not a loss", async () => {
    await expect(deadLetters.setAside({ ...letter, queue: "elsewhere" })).rejects.toThrow(
      "No address for the queue elsewhere-dlq",
    );
    expect(sent()).toBeUndefined();
  });

  it("lets passing trouble through, so that the message comes again", async () => {
    sqs.on(SendMessageCommand).rejects(Object.assign(new Error(), { name: "ThrottlingException" }));

    await expect(deadLetters.setAside({ ...letter, queue: "progress-p" })).rejects.toMatchObject({
      name: "ThrottlingException",
    });
  });
});
