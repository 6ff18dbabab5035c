import type { QueueCalls } from "../queues/queue-calls.ts";
import type { QueueEngine } from "../queues/queue-engine.ts";
import type { Queue } from "../queues/queues.ts";
import { jsonOf, listOf } from "../templates/json.ts";
import type { Instant, VirtualClock } from "../time/virtual-clock.ts";
import type { Metric } from "./metric.ts";
import type { MetricStore } from "./metric-store.ts";

export interface QueueMetrics {
  /** The same calls, and what they do to a queue's metrics. */
  readonly calls: QueueCalls;
  /** Looks at each queue that was called since it was last looked at. */
  readonly look: () => Promise<void>;
}

/**
 * SQS's own metrics. How much lies on a queue changes only with a call, so only queues that were called are looked at,
 * and what is seen holds from the first such call on.
 */
export const watchQueues = ({
  calls,
  engine,
  queues,
  clock,
  store,
}: {
  readonly calls: QueueCalls;
  readonly engine: QueueEngine;
  readonly queues: readonly Queue[];
  readonly clock: VirtualClock;
  readonly store: MetricStore;
}): QueueMetrics => {
  const called = new Map<string, Instant>(queues.map(({ name }) => [name, clock.now()]));
  const deadLetterArns = new Set(queues.flatMap(({ deadLetterArn }) => deadLetterArn ?? []));
  const byArn = new Map(queues.map((queue) => [queue.arn, queue]));
  const deadLetterQueues = new Set(
    queues.filter(({ arn }) => deadLetterArns.has(arn)).map(({ name }) => name),
  );
  const arrived = new Map<string, Map<string, Instant>>();

  /** In a dead-letter queue a message's age counts from when it came there, not from when it was sent. */
  const since = (
    queueName: string,
    { messageId, sentAt }: { messageId: string; sentAt: Instant },
  ): Instant => {
    if (!deadLetterQueues.has(queueName)) return clock.at(sentAt);
    return arrived.get(queueName)?.get(messageId) ?? clock.at(sentAt);
  };

  const lookAt = async (name: string, from: Instant): Promise<void> => {
    const { visible, inFlight, delayed, messages } = await engine.glance(name);
    if (deadLetterQueues.has(name)) {
      const before = arrived.get(name);
      arrived.set(
        name,
        new Map(messages.map(({ messageId }) => [messageId, before?.get(messageId) ?? from])),
      );
    }
    const oldest = Math.min(...messages.map((message) => since(name, message)));
    store.show(ofQueue(name, "ApproximateNumberOfMessagesVisible"), from, { shows: visible });
    store.show(ofQueue(name, "ApproximateNumberOfMessagesNotVisible"), from, { shows: inFlight });
    store.show(ofQueue(name, "ApproximateNumberOfMessagesDelayed"), from, { shows: delayed });
    store.show(
      ofQueue(name, "ApproximateAgeOfOldestMessage"),
      from,
      messages.length === 0 ? { shows: 0 } : { since: oldest },
    );
  };

  const note = (name: string): void => {
    if (!called.has(name)) called.set(name, clock.now());
  };

  return {
    calls: {
      ...calls,
      call: async (operation, body) => {
        const name =
          String(body["QueueUrl"] ?? "")
            .split("/")
            .at(-1) ?? "";
        const queue = queues.find((known) => known.name === name);
        const reply = await calls.call(operation, body);
        if (queue === undefined || reply.status !== 200) return reply;
        note(name);
        // The engine moves a message there when a reader asks for it once too often.
        const deadLetters = byArn.get(queue.deadLetterArn ?? "");
        if (operation === "ReceiveMessage" && deadLetters !== undefined) note(deadLetters.name);
        const { metricName, count } = counted(operation, reply.body);
        if (count > 0) store.record(ofQueue(name, metricName), clock.now(), [count]);
        return reply;
      },
    },
    look: async () => {
      const due = [...called];
      called.clear();
      for (const [name, from] of due) await lookAt(name, from);
    },
  };
};

const ofQueue = (queueName: string, name: string): Metric => ({
  namespace: "AWS/SQS",
  name,
  dimensions: { QueueName: queueName },
});

const counted = (
  operation: string,
  body: Readonly<Record<string, unknown>>,
): { readonly metricName: string; readonly count: number } => {
  switch (operation) {
    case "SendMessage":
      return { metricName: "NumberOfMessagesSent", count: 1 };
    case "SendMessageBatch":
      return { metricName: "NumberOfMessagesSent", count: listOf(body["Successful"]).length };
    case "ReceiveMessage":
      return { metricName: "NumberOfMessagesReceived", count: listOf(body["Messages"]).map(jsonOf).length };
    case "DeleteMessage":
      return { metricName: "NumberOfMessagesDeleted", count: 1 };
    case "DeleteMessageBatch":
      return { metricName: "NumberOfMessagesDeleted", count: listOf(body["Successful"]).length };
    default:
      return { metricName: "", count: 0 };
  }
};
