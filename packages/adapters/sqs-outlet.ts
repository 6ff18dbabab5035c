import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Message, Outlet } from "@hemvist/casework";
import { nextBatch } from "./message-batch.ts";
import { type QueueUrls, urlOf } from "./queue-addresses.ts";

interface Options {
  readonly client?: SQSClient;
  /** Gets each queue that refused messages, with the reason. */
  readonly onRefused?: (queue: string, why: unknown) => void;
}

/** What one entry of a batch was refused for: SQS's own code, such as `InternalError`. */
class EntryRefused extends Error {
  constructor(code: string) {
    super(code);
    this.name = code;
  }
}

/**
 * Sends messages to the parties' FIFO queues: group = the decision, deduplication id = the event's own id.
 *
 * SQS may refuse single entries of a batch. So a batch never holds two messages of one decision: a refused message
 * delays only those after it in its own decision. If a queue refuses everything, only its own messages wait, so one
 * party's fault does not affect another.
 */
export function sqsOutlet(
  urls: QueueUrls,
  { client = new SQSClient({}), onRefused = () => {} }: Options = {},
): Outlet {
  /** @returns the ids of the events that were refused */
  async function sendBatch(
    queue: string,
    entries: ReturnType<typeof nextBatch>,
  ): Promise<ReadonlySet<string>> {
    try {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: urlOf(urls, queue), Entries: [...entries] }),
      );
      for (const { Code = "Unknown" } of Failed) onRefused(queue, new EntryRefused(Code));
      return new Set(Failed.flatMap(({ Id }) => entries[Number(Id)]?.MessageDeduplicationId ?? []));
    } catch (error) {
      onRefused(queue, error);
      return new Set(entries.map(({ MessageDeduplicationId }) => MessageDeduplicationId));
    }
  }

  async function sendQueue(queue: string, messages: readonly Message[]): Promise<readonly string[]> {
    const unsent: string[] = [];
    let waiting = byDecision(messages);
    while (waiting.length > 0) {
      const heads = nextBatch(waiting.flatMap(([head]) => head ?? []));
      const refused = await sendBatch(queue, heads);
      const moved: (readonly Message[])[] = [];
      for (const its of waiting.slice(0, heads.length)) {
        const [head, ...rest] = its;
        if (head !== undefined && refused.has(head.event.id))
          unsent.push(...its.map(({ event }) => event.id));
        else if (rest.length > 0) moved.push(rest);
      }
      waiting = [...moved, ...waiting.slice(heads.length)];
    }
    return unsent;
  }

  return {
    async send(messages) {
      const queues = [...Map.groupBy(messages, ({ queue }) => queue)];
      const unsent = await Promise.all(queues.map(([queue, its]) => sendQueue(queue, its)));
      return new Set(unsent.flat());
    },
  };
}

/** One list per decision, in order. */
const byDecision = (messages: readonly Message[]): readonly (readonly Message[])[] => [
  ...Map.groupBy(messages, ({ event }) => event.correlationid).values(),
];
