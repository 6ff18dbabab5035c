import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueueTagsCommand,
  QueueDoesNotExist,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, it } from "vitest";
import { queueFigures } from "./queue-figures.ts";

const [sqs, cloudWatch] = [mockClient(SQSClient), mockClient(CloudWatchClient)];
const clients = { sqs: new SQSClient({}), cloudWatch: new CloudWatchClient({}) };
const missing = new QueueDoesNotExist({ message: "no", $metadata: {} });

beforeEach(() => {
  sqs.reset();
  cloudWatch.reset();
  sqs.on(GetQueueUrlCommand).callsFake(({ QueueName }) => ({ QueueUrl: `https://sqs/${QueueName}` }));
  sqs.on(GetQueueAttributesCommand).resolves({
    Attributes: {
      ApproximateNumberOfMessages: "3",
      ApproximateNumberOfMessagesNotVisible: "2",
      ApproximateNumberOfMessagesDelayed: "1",
      MessageRetentionPeriod: "1209600",
    },
  });
  sqs.on(ListQueueTagsCommand).resolves({});
  cloudWatch.on(GetMetricDataCommand).resolves({ MetricDataResults: [] });
});

it("are how much lies there, for how long at most, for how long so far, and whom to call", async () => {
  sqs.on(ListQueueTagsCommand).resolves({ Tags: { "hemvist:contact": "drift@party.example" } });
  cloudWatch.on(GetMetricDataCommand).resolves({ MetricDataResults: [{ Id: "q0", Values: [90, 30] }] });

  expect(await queueFigures(["inbox-a.fifo"], 1_800_000_000_000, clients)).toEqual([
    {
      queue: "inbox-a.fifo",
      waiting: 3,
      inFlight: 3,
      keptFor: 1_209_600,
      oldest: 90,
      contact: "drift@party.example",
    },
  ]);
});

it("have no age where CloudWatch has no figure, and no contact where there is none", async () => {
  expect(await queueFigures(["inbox-a.fifo"], 1_800_000_000_000, clients)).toEqual([
    { queue: "inbox-a.fifo", waiting: 3, inFlight: 3, keptFor: 1_209_600 },
  ]);
});

it("name a queue that AWS does not show, and go on with the others", async () => {
  sqs.on(GetQueueUrlCommand, { QueueName: "gone" }).rejects(missing);

  expect(await queueFigures(["gone", "inbox-a.fifo"], 1_800_000_000_000, clients)).toMatchObject([
    { queue: "gone", why: missing },
    { queue: "inbox-a.fifo", waiting: 3 },
  ]);
  await expect(queueFigures(["gone"], 1_800_000_000_000, clients)).rejects.toBe(missing);
});

it("ask CloudWatch for 500 queues at a time", async () => {
  const queues = Array.from({ length: 501 }, (_, index) => `q-${index}`);
  cloudWatch.on(GetMetricDataCommand).callsFake(({ MetricDataQueries }) => ({
    MetricDataResults: MetricDataQueries.map(({ Id }: { readonly Id: string }) => ({ Id, Values: [7] })),
  }));
  const seen = await queueFigures(queues, 1_800_000_000_000, clients);

  expect(cloudWatch.commandCalls(GetMetricDataCommand)).toHaveLength(2);
  expect(seen.filter((one) => "oldest" in one)).toHaveLength(501);
});
