import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Message, type Outlet, placeOf } from "@hemvist/casework";
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
 * SQS may refuse single entries of a batch. So a batch holds one step of a decision at most: a refused message delays
 * only those after it in its own decision. If a queue refuses everything, only its own messages wait, so one party's
 * fault does not affect another.
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
    let waiting = byDecision(messages).map(stepsOf);
    while (waiting.length > 0) {
      const batch = nextBatch(waiting.flatMap(([step = []]) => step));
      const refused = await sendBatch(queue, batch);
      const taken = new Set(batch.map(({ MessageDeduplicationId }) => MessageDeduplicationId));
      const moved: (readonly Step[])[] = [];
      for (const [step = [], ...later] of waiting) {
        const left = step.filter(({ event }) => !taken.has(event.id));
        const refusedNow = step.filter(({ event }) => refused.has(event.id));
        if (refusedNow.length > 0) unsent.push(...[refusedNow, left, ...later].flat().map(idOf));
        else if (left.length + later.length > 0) moved.push(left.length > 0 ? [left, ...later] : later);
      }
      waiting = moved;
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

const idOf = ({ event }: Message): string => event.id;

/** Messages of one decision that may come in any order. */
type Step = readonly Message[];

/** Requests of one version, for example, each about another assignment. */
function stepsOf(messages: readonly Message[]): readonly Step[] {
  const steps: Message[][] = [];
  for (const message of messages) {
    const step = steps.at(-1);
    if (step?.every((other) => areApart(other, message))) step.push(message);
    else steps.push([message]);
  }
  return steps;
}

/** A message with a version says which one came before it, so it keeps its place. */
const areApart = (one: Message, other: Message): boolean =>
  one.event.subject !== other.event.subject &&
  !("version" in one.event.data || "version" in other.event.data) &&
  placeOf(one.event)?.version !== undefined &&
  placeOf(one.event)?.version === placeOf(other.event)?.version;

/** One list per decision, in order. */
const byDecision = (messages: readonly Message[]): readonly (readonly Message[])[] => [
  ...Map.groupBy(messages, ({ event }) => event.correlationid).values(),
];
