import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import {
  answerOf,
  type CaseRecord,
  correlationIdOf,
  explained,
  type Message,
  receive,
} from "@hemvist/casework";
import { contentHash, readDecision } from "@hemvist/contracts";
import { physicalName } from "@hemvist/rules";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";

/** When everything is received, on the sample decision's own day. */
export const receivedAt = "2026-11-02T09:00:00Z";

const pseudonyms = hashedPseudonyms();

/**
 * What comes of a body: hemvist's own reading, rules and casework, in each baseline. So a baseline stores the same facts
 * and sends the same messages, and differs only in how it stores and sends them.
 */
export async function decided(body: string): Promise<CaseRecord> {
  const message: unknown = JSON.parse(body);
  const read = readDecision(message, { receivedOn: receivedAt.slice(0, 10), municipality: goteborg });
  if (!read.ok) throw new Error("the decision cannot be read");
  const decision = read.value;
  const reception = receive(
    undefined,
    {
      decision,
      contentHash: contentHash(message),
      personKey: await pseudonyms.of(decision.person, decision.administration),
      caseKey: await pseudonyms.ofCase(decision.caseNumber, decision.administration),
    },
    { municipality: goteborg, at: receivedAt, causationId: decision.decisionId },
  );
  if (reception.kind !== "recorded") throw new Error(`the decision is ${reception.kind}`);
  return reception.record;
}

export const answered = (record: CaseRecord): string => JSON.stringify(explained(answerOf(record), goteborg));

/** The record as an item of its own, in the clear: its messages go another way. */
export function itemOf({ outbox: _sent, ...record }: CaseRecord) {
  return { pk: correlationIdOf({ ...record }), ...record };
}

/** Sends messages, up to ten of a queue in one call, in the order given. */
export async function sendAll(
  sqs: SQSClient,
  queuesUrl: string,
  messages: readonly Pick<Message, "queue" | "event">[],
): Promise<void> {
  const queues = [...Map.groupBy(messages, ({ queue }) => queue)];
  await Promise.all(
    queues.map(async ([queue, its]) => {
      for (let start = 0; start < its.length; start += 10) {
        const { Failed = [] } = await sqs.send(
          new SendMessageBatchCommand({
            QueueUrl: `${queuesUrl}/000000000000/${physicalName(queue)}`,
            Entries: its.slice(start, start + 10).map(({ event }, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(event),
              MessageGroupId: event.correlationid,
              MessageDeduplicationId: event.id,
            })),
          }),
        );
        if (Failed.length > 0) throw new Error(`${queue} refused ${Failed.length} messages`);
      }
    }),
  );
}
