import type { LocalFunction } from "../functions/local-function.ts";
import { asManyAsFit } from "../functions/payload-limits.ts";
import type { QueueCalls } from "../queues/queue-calls.ts";
import type { Queue } from "../queues/queues.ts";
import { isJson, type Json, jsonOf, listOf, parsedJson, textOf } from "../templates/json.ts";

/** Reads an event source and calls its function. */
export interface Reader {
  readonly wake: () => void;
  /** What it is doing or waiting to do again; `undefined` at rest. */
  readonly doing: () => string | undefined;
  /** Reads nothing more until `resume`, as a mapping that is disabled. What it has in hand, it finishes. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly isPaused: () => boolean;
  /** Forgets what it has not read yet, as when another stream takes the place of its own. A queue keeps it. */
  readonly forget: () => void;
  /** Forgets what it reads right now: whatever the function makes of it, the batch comes again. */
  readonly restart: () => void;
  readonly stop: () => void;
}

export interface QueueSource {
  readonly queue: Queue;
  readonly batchSize: number;
  /** `FunctionResponseTypes` has `ReportBatchItemFailures`. */
  readonly reportsItemFailures: boolean;
}

/** SQS hands over at most ten at a time. */
const MOST_AT_ONCE = 10;

/**
 * An SQS event source: one batch at a time. It sleeps until the front sees something arrive. What fails becomes
 * visible again after a short real delay rather than the queue's visibility timeout, which real time would have to
 * be waited out for; how often it may be received is still the queue's to say.
 */
export const startQueueReader = ({
  source: { queue, batchSize, reportsItemFailures },
  target,
  calls,
  region,
  retryAfterMs,
  onTrouble,
}: {
  readonly source: QueueSource;
  readonly target: LocalFunction;
  readonly calls: QueueCalls;
  readonly region: string;
  readonly retryAfterMs: number;
  readonly onTrouble: (trouble: string) => void;
}): Reader => {
  const retries = new Set<NodeJS.Timeout>();
  let restarts = 0;
  let awake = false;
  let running = false;
  let stopped = false;
  let paused = false;

  const receive = async (): Promise<readonly Json[]> => {
    const messages: Json[] = [];
    if (stopped || paused) return messages;
    while (messages.length < batchSize) {
      const { body } = await calls.call("ReceiveMessage", {
        QueueUrl: queue.url,
        MaxNumberOfMessages: Math.min(MOST_AT_ONCE, batchSize - messages.length),
        MessageSystemAttributeNames: ["All"],
        MessageAttributeNames: ["All"],
        WaitTimeSeconds: 0,
      });
      const received = listOf(body["Messages"]).filter(isJson);
      if (received.length === 0) break;
      messages.push(...received);
    }
    return messages;
  };

  const remove = async (messages: readonly Json[]): Promise<void> => {
    for (let start = 0; start < messages.length; start += MOST_AT_ONCE) {
      const Entries = messages
        .slice(start, start + MOST_AT_ONCE)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await calls.call("DeleteMessageBatch", { QueueUrl: queue.url, Entries });
    }
  };

  const handle = async (messages: readonly Json[]): Promise<void> => {
    const before = restarts;
    const outcome = await target.invoke({
      Records: messages.map((message) => recordOf({ message, queue, region })),
    });
    const failed =
      outcome.succeeded && restarts === before
        ? failedIds({ payload: outcome.payload, messages, reportsItemFailures })
        : messages.map(messageId);
    await remove(messages.filter((message) => !failed.includes(messageId(message))));
    for (const message of messages.filter((entry) => failed.includes(messageId(entry)))) {
      const { ReceiptHandle } = message;
      const retry = setTimeout(() => {
        calls
          .call("ChangeMessageVisibility", { QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout: 0 })
          .catch((error: unknown) => onTrouble(`${queue.name}: ${String(error)}`))
          .finally(() => {
            retries.delete(retry);
            wake();
          });
      }, retryAfterMs);
      retries.add(retry);
    }
  };

  const run = async (): Promise<void> => {
    while (awake && !stopped) {
      awake = false;
      for (let messages = await receive(); messages.length > 0; messages = await receive()) {
        for (let rest = messages; rest.length > 0; ) {
          const batch = asManyAsFit(rest);
          await handle(batch);
          rest = rest.slice(batch.length);
        }
      }
    }
  };

  const wake = (): void => {
    awake = true;
    if (running || stopped) return;
    running = true;
    run()
      .catch((error: unknown) => onTrouble(`the reader of ${queue.name} stopped: ${String(error)}`))
      .finally(() => {
        running = false;
        if (awake) wake();
      });
  };

  calls.onArrival(queue.name, wake);

  return {
    wake,
    doing: () => {
      if (running) return `${queue.name} is being read`;
      return retries.size > 0 ? `${queue.name} will retry ${retries.size}` : undefined;
    },
    isPaused: () => paused,
    forget: () => {},
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      wake();
    },
    restart: () => {
      restarts += 1;
    },
    stop: () => {
      stopped = true;
      for (const retry of retries) clearTimeout(retry);
    },
  };
};

const messageId = (message: Json): string => textOf(message["MessageId"]) ?? "";

/** As Lambda reads the answer: an id that is not of the batch fails all of it. */
const failedIds = ({
  payload,
  messages,
  reportsItemFailures,
}: {
  readonly payload: string;
  readonly messages: readonly Json[];
  readonly reportsItemFailures: boolean;
}): readonly string[] => {
  if (!reportsItemFailures) return [];
  const all = messages.map(messageId);
  const failed = listOf(parsedJson(payload)["batchItemFailures"]).map(
    (entry) => jsonOf(entry)["itemIdentifier"],
  );
  const known = failed.flatMap((id) => (typeof id === "string" && all.includes(id) ? [id] : []));
  return known.length === failed.length ? known : all;
};

const recordOf = ({
  message,
  queue,
  region,
}: {
  readonly message: Json;
  readonly queue: Queue;
  readonly region: string;
}) => ({
  messageId: message["MessageId"],
  receiptHandle: message["ReceiptHandle"],
  body: message["Body"],
  attributes: message["Attributes"],
  messageAttributes: Object.fromEntries(
    Object.entries(jsonOf(message["MessageAttributes"])).map(([name, value]) => [
      name,
      attributeOf(jsonOf(value)),
    ]),
  ),
  md5OfBody: message["MD5OfBody"],
  eventSource: "aws:sqs",
  eventSourceARN: queue.arn,
  awsRegion: region,
});

const attributeOf = ({ StringValue, BinaryValue, DataType }: Json): Json => ({
  stringValue: StringValue,
  binaryValue: BinaryValue,
  dataType: DataType,
  stringListValues: [],
  binaryListValues: [],
});
