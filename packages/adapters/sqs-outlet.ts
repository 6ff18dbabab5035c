import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Message, type Outlet, placeOf } from "@hemvist/casework";
import { callLimits } from "./call-limits.ts";
import { type Entry, nextBatch } from "./message-batch.ts";
import type { MessageSigner } from "./message-signer.ts";
import { arnOf, type QueueUrls, urlOf } from "./queue-addresses.ts";
import { signatureAttribute } from "./signature-attribute.ts";

interface Options {
  readonly signer: MessageSigner;
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

/** The signing key cannot be had just now. A message to a party that checks signatures never leaves without one. */
class NotSigned extends Error {
  override readonly name = "NotSigned";
}

/**
 * Sends messages to the parties' FIFO queues: group = the decision, deduplication id = the event's own id.
 *
 * SQS may refuse single entries of a batch. So a batch holds one step of a decision at most: a refused message delays
 * only those after it in its own decision. If a queue refuses everything, only its own messages wait, so one party's
 * fault does not affect another.
 *
 * It is the one way out, for what is sent again too. So this is where messages are signed.
 */
export function sqsOutlet(
  urls: QueueUrls,
  { signer, client = new SQSClient(callLimits), onRefused = () => {} }: Options,
): Outlet {
  async function signed(queue: string, entries: readonly Entry[]): Promise<Entry[]> {
    if (!signer.signsFor(queue)) return [...entries];
    const address = arnOf(urlOf(urls, queue), await client.config.region());
    try {
      return await Promise.all(
        entries.map(async (entry) => ({
          ...entry,
          MessageAttributes: signatureAttribute(await signer.signatureOf(entry.MessageBody, address)),
        })),
      );
    } catch (cause) {
      throw new NotSigned("the signing key", { cause });
    }
  }

  /** @returns the ids of the events that were refused */
  async function sendBatch(
    queue: string,
    entries: readonly Entry[],
    onStuck: (eventId: string) => void,
  ): Promise<ReadonlySet<string>> {
    try {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: urlOf(urls, queue), Entries: await signed(queue, entries) }),
      );
      for (const { Code = "Unknown" } of Failed) onRefused(queue, new EntryRefused(Code));
      for (const { Id, SenderFault, Code } of Failed)
        if (SenderFault === true && !isThrottle(Code))
          onStuck(entries[Number(Id)]?.MessageDeduplicationId ?? "");
      return new Set(Failed.flatMap(({ Id }) => entries[Number(Id)]?.MessageDeduplicationId ?? []));
    } catch (error) {
      onRefused(queue, error);
      const ids = entries.map(({ MessageDeduplicationId }) => MessageDeduplicationId);
      if (isLasting(error)) for (const id of ids) onStuck(id);
      return new Set(ids);
    }
  }

  async function sendQueue(
    queue: string,
    messages: readonly Message[],
    onStuck: (eventId: string) => void,
  ): Promise<readonly string[]> {
    const unsent: string[] = [];
    const stuck = new Set<string>();
    let waiting = byDecision(messages).map(stepsOf);
    while (waiting.length > 0) {
      const batch = nextBatch(waiting.flatMap(([step = []]) => step));
      const refused = await sendBatch(queue, batch, (id) => stuck.add(id));
      const taken = new Set(batch.map(({ MessageDeduplicationId }) => MessageDeduplicationId));
      const moved: (readonly Step[])[] = [];
      for (const [step = [], ...later] of waiting) {
        const left = step.filter(({ event }) => !taken.has(event.id));
        const refusedNow = step.filter(({ event }) => refused.has(event.id));
        const behind = [...left, ...later.flat()].map(idOf);
        if (refusedNow.some(({ event }) => stuck.has(event.id))) for (const id of behind) stuck.add(id);
        if (refusedNow.length > 0) unsent.push(...refusedNow.map(idOf), ...behind);
        else if (left.length + later.length > 0) moved.push(left.length > 0 ? [left, ...later] : later);
      }
      waiting = moved;
    }
    for (const id of stuck) onStuck(id);
    return unsent;
  }

  return {
    async send(messages, onStuck = () => {}) {
      const queues = [...Map.groupBy(messages, ({ queue }) => queue)];
      const unsent = await Promise.all(queues.map(([queue, its]) => sendQueue(queue, its, onStuck)));
      return new Set(unsent.flat());
    },
  };
}

/**
 * What a queue of its own answers until a person mends it: it is gone, its policy or its key does not let hemvist in.
 * Anything else, such as throttling or an outage, passes by itself.
 */
const lasting: ReadonlySet<string> = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "InvalidAddress",
  "KmsAccessDenied",
  "KmsDisabled",
  "KmsInvalidKeyUsage",
  "KmsInvalidState",
  "KmsNotFound",
  "NoAddress",
  "QueueDoesNotExist",
]);

const isLasting = (error: unknown): boolean => error instanceof Error && lasting.has(error.name);

/** SQS calls a throttle a fault of its sender, and it passes all the same. */
const isThrottle = (code = ""): boolean => /throttl/i.test(code);

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
