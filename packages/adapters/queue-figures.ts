import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueueTagsCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { callLimits } from "./call-limits.ts";

/** What SQS and CloudWatch say of a queue. Nothing of its messages. */
export interface QueueFigures {
  readonly queue: string;
  /** Roughly, as SQS counts. */
  readonly waiting: number;
  /** Held by a reader, or delayed. */
  readonly inFlight: number;
  /** After so many seconds SQS erases a message. */
  readonly keptFor: number;
  /** Seconds that the oldest message has waited. Undefined where CloudWatch has no figure of the last minutes. */
  readonly oldest?: number;
  /** Whom to call, as the stage's settings say. */
  readonly contact?: string;
}

/** A queue that AWS did not show, and why. */
export interface NoFigures {
  readonly queue: string;
  readonly why: unknown;
}

interface Clients {
  readonly sqs: SQSClient;
  readonly cloudWatch: CloudWatchClient;
}

/** What infra/constructs/party-queues.ts tags a queue with. */
const contactTag = "hemvist:contact";

/** CloudWatch takes so many metrics in a call. */
const mostMetrics = 500;

/** Ours. SQS measures each minute, and CloudWatch has the figure a minute or two later. */
const recent = 15 * 60_000;

/**
 * The figures of queues, by their names in SQS. A queue that AWS does not show stops no other.
 * @param now milliseconds since 1970, by the clock of the machine that asks
 * @throws why AWS showed none of them, or does not answer
 */
export async function queueFigures(
  queues: readonly string[],
  now: number,
  { sqs, cloudWatch }: Clients = {
    sqs: new SQSClient(callLimits),
    cloudWatch: new CloudWatchClient(callLimits),
  },
): Promise<readonly (QueueFigures | NoFigures)[]> {
  const [counted, ages] = await Promise.all([
    Promise.all(queues.map((queue) => countedIn(queue, sqs))),
    agesOf(queues, now, cloudWatch),
  ]);
  const missed = counted.filter((one) => "why" in one);
  const [first] = missed;
  if (first !== undefined && missed.length === counted.length) throw first.why;
  return counted.map((one) => {
    const oldest = ages.get(one.queue);
    return "why" in one || oldest === undefined ? one : { ...one, oldest };
  });
}

async function countedIn(queue: string, sqs: SQSClient): Promise<QueueFigures | NoFigures> {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
    const [{ Attributes = {} }, { Tags = {} }] = await Promise.all([
      sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...attributes] })),
      sqs.send(new ListQueueTagsCommand({ QueueUrl })),
    ]);
    const [waiting, notVisible, delayed, keptFor] = attributes.map((name) => Number(Attributes[name] ?? 0));
    const contact = Tags[contactTag];
    return {
      queue,
      waiting: waiting ?? 0,
      inFlight: (notVisible ?? 0) + (delayed ?? 0),
      keptFor: keptFor ?? 0,
      ...(contact === undefined ? {} : { contact }),
    };
  } catch (why) {
    if (!(why instanceof Error && "$metadata" in why && "$fault" in why)) throw why;
    return { queue, why };
  }
}

const attributes = [
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesNotVisible",
  "ApproximateNumberOfMessagesDelayed",
  "MessageRetentionPeriod",
] as const;

/** The newest figure of each queue, by its name. SQS itself does not say how old a message is. */
async function agesOf(
  queues: readonly string[],
  now: number,
  cloudWatch: CloudWatchClient,
): Promise<ReadonlyMap<string, number>> {
  const ages = new Map<string, number>();
  for (let start = 0; start < queues.length; start += mostMetrics) {
    const asked = queues.slice(start, start + mostMetrics);
    const { MetricDataResults = [] } = await cloudWatch.send(
      new GetMetricDataCommand({
        StartTime: new Date(now - recent),
        EndTime: new Date(now),
        ScanBy: "TimestampDescending",
        MetricDataQueries: asked.map((queue, index) => ({ Id: `q${index}`, MetricStat: ageOf(queue) })),
      }),
    );
    for (const { Id = "", Values: [newest] = [] } of MetricDataResults) {
      const queue = asked[Number(Id.slice(1))];
      if (queue !== undefined && newest !== undefined) ages.set(queue, newest);
    }
  }
  return ages;
}

const ageOf = (queue: string) => ({
  Metric: {
    Namespace: "AWS/SQS",
    MetricName: "ApproximateAgeOfOldestMessage",
    Dimensions: [{ Name: "QueueName", Value: queue }],
  },
  Period: 60,
  Stat: "Maximum",
});
