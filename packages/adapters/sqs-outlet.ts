import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Message, Outlet } from "@hemvist/casework";
import { type QueueUrls, urlOf } from "./queue-addresses.ts";

const batchSize = 10;

/**
 * Sends messages to the parties' FIFO queues: group = the decision, deduplication id = decision, version, index.
 *
 * SQS may refuse single entries of a batch, so a batch never holds two messages of one decision: what was refused
 * holds back what comes after it in its decision, and nothing else.
 */
export function sqsOutlet(urls: QueueUrls, client = new SQSClient({})): Outlet {
  async function sendBatch(queue: string, messages: readonly Message[]): Promise<readonly Message[]> {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: urlOf(urls, queue),
        Entries: messages.map(({ event }, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(event),
          MessageGroupId: event.correlationid,
          MessageDeduplicationId: event.id,
        })),
      }),
    );
    return Failed.flatMap(({ Id }) => messages[Number(Id)] ?? []);
  }

  async function sendQueue(queue: string, messages: readonly Message[]): Promise<readonly string[]> {
    const unsent: string[] = [];
    let waiting = byDecision(messages);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize);
      const heads = batch.flatMap(([head]) => head ?? []);
      const refused = new Set(await sendBatch(queue, heads));
      const [stuck, moved] = [
        batch.filter(([head]) => head && refused.has(head)),
        batch.filter(([head]) => head && !refused.has(head)),
      ];
      unsent.push(...stuck.flat().map(({ event }) => event.id));
      waiting = [
        ...moved.map(([, ...rest]) => rest).filter((rest) => rest.length > 0),
        ...waiting.slice(batchSize),
      ];
    }
    return unsent;
  }

  return {
    async send(messages) {
      const queues = Object.entries(Object.groupBy(messages, ({ queue }) => queue));
      const unsent = await Promise.all(queues.map(([queue, its]) => sendQueue(queue, its ?? [])));
      return new Set(unsent.flat());
    },
  };
}

/** One list per decision, in order. */
const byDecision = (messages: readonly Message[]): readonly (readonly Message[])[] =>
  Object.values(Object.groupBy(messages, ({ event }) => event.correlationid)).map((its) => its ?? []);
