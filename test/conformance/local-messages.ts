import { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { functionHere } from "../../packages/local/functions/function-here.ts";
import { startEventSources } from "../../packages/local/sources/event-sources.ts";
import { createSettling } from "../../packages/local/time/settling.ts";
import { type LocalPlatform, startLocalPlatform } from "./local-platform.ts";
import type { Manner, OpenQueue, OpenQueueSource, QueueSource } from "./queue-probe.ts";
import { received, sqsQueue } from "./sqs-queue.ts";
import { underWay } from "./under-way.ts";
import type { OpenWayOut } from "./way-out.ts";

// And a little more: the clock goes on while it is moved.
const fiveMinutes = 5 * 60_000 + 1000;

const queuesOf = ({ isFifo, maxReceiveCount, hidden }: Manner) => {
  const suffix = isFifo ? ".fifo" : "";
  const line = isFifo ? { FifoQueue: true, DeduplicationScope: "messageGroup" } : {};
  return {
    Dead: { Type: "AWS::SQS::Queue", Properties: { ...line, QueueName: `messages-dlq${suffix}` } },
    Queue: {
      Type: "AWS::SQS::Queue",
      Properties: {
        ...line,
        QueueName: `messages${suffix}`,
        VisibilityTimeout: hidden,
        RedrivePolicy: { deadLetterTargetArn: { "Fn::GetAtt": ["Dead", "Arn"] }, maxReceiveCount },
      },
    },
  };
};

const urlOf = ({ engines }: LocalPlatform, name: string): string =>
  engines.queues.find((queue) => queue.name.startsWith(`${name}.`) || queue.name === name)?.url ?? "";

/** A queue of the local run, as any client reaches it. */
export const openLocalQueue: (atEnd: (stop: () => Promise<void>) => void) => OpenQueue =
  (atEnd) => async (manner) => {
    const platform = await startLocalPlatform(queuesOf(manner));
    const client = new SQSClient(platform.way);
    atEnd(platform.stop);
    const { clock } = platform;
    return sqsQueue(
      client,
      {
        url: urlOf(platform, "messages"),
        deadUrl: urlOf(platform, "messages-dlq"),
        hidden: manner.hidden,
      },
      {
        now: clock.now,
        fiveMinutes: () => Promise.resolve(clock.leapTo(clock.now() + fiveMinutes)),
      },
    );
  };

/** The same, to be sent to. */
export const openLocalWayOut: (atEnd: (stop: () => Promise<void>) => void) => OpenWayOut =
  (atEnd) => async () => {
    const platform = await startLocalPlatform(queuesOf({ isFifo: true, maxReceiveCount: 5, hidden: 30 }));
    const client = new SQSClient(platform.way);
    atEnd(platform.stop);
    const url = urlOf(platform, "messages");
    return { client, url, arrived: async () => (await received(client, url, 10)).map(arrivedOf) };
  };

export const arrivedOf = ({
  Body = "",
  MessageAttributes = {},
}: Awaited<ReturnType<typeof received>>[number]) => ({
  body: Body,
  attributes: Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, { StringValue = "" }]) => [name, StringValue]),
  ),
});

const first = { body: "first of all", group: "first-of-all", deduplicationId: "first-of-all" };

/** The local run's reader, started by a mapping as the template's. */
export const openLocalQueueSource: (atEnd: (stop: () => Promise<void>) => void) => OpenQueueSource =
  (atEnd) =>
  async ({ isFifo, handle }) => {
    const platform = await startLocalPlatform({
      ...queuesOf({ isFifo, maxReceiveCount: 100, hidden: 30 }),
      Mapping: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: { "Fn::GetAtt": ["Queue", "Arn"] },
          FunctionName: "f",
          BatchSize: 10,
          FunctionResponseTypes: ["ReportBatchItemFailures"],
        },
      },
    });
    const batches: SQSEvent["Records"][] = [];
    const watch = underWay();
    const begun = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    const target = functionHere(async (event) => {
      const { Records } = event as SQSEvent;
      if (Records[0]?.body === first.body) {
        // The reader is busy with a message of no interest while the others gather.
        begun.resolve();
        await mayGoOn.promise;
        return { succeeded: true, payload: '{"batchItemFailures":[]}' };
      }
      batches.push(Records);
      watch.begin(Records);
      const answer = await handle(Records, batches.length);
      watch.end(Records);
      return { succeeded: answer !== "dies", payload: JSON.stringify(answer) };
    });
    const { assembly, resolver, engines, measured, region, clock } = platform;
    const readers = startEventSources({
      assembly,
      resolver,
      surroundings: {
        ...engines,
        functionBehind: () => target,
        region,
        retryAfterMs: 20,
        now: clock.now,
        measured,
        onTrouble: (trouble) => {
          throw new Error(trouble);
        },
      },
    }).map(({ reader }) => reader);
    const client = new SQSClient(platform.way);
    atEnd(async () => {
      for (const reader of readers) reader.stop();
      await platform.stop();
    });
    const queue = sqsQueue(
      client,
      { url: urlOf(platform, "messages"), deadUrl: "", hidden: 30 },
      { now: clock.now, fiveMinutes: () => Promise.resolve() },
    );
    const settle = createSettling({
      doing: () => readers.flatMap((reader) => reader.doing() ?? []),
      held: async () =>
        [...(await engines.queueEngine.held())].flatMap(([name, count]) => (count > 0 ? [name] : [])),
    });
    await queue.send(first);
    await begun.promise;
    const source: QueueSource = {
      async send(...sendings) {
        for (const sending of sendings) await queue.send(sending);
      },
      async rest() {
        mayGoOn.resolve();
        await settle();
      },
      batches,
      mostAtOnce: watch.most,
      isGroupShared: watch.isGroupShared,
    };
    return source;
  };
