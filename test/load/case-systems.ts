import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { RunningSystem } from "@hemvist/local";
import { decisionsFrom } from "@hemvist/rules";
import { callerWith } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf as oauthClientOf } from "../../packages/sandbox/parties/parties.ts";
import type { Planned } from "./planned-decisions.ts";

/** A message as its sender has it in its books. */
export interface SentMessage extends Planned {
  readonly sentAt: string;
  /** SQS's id, where it went on the queue. */
  readonly messageId?: string;
  /** The last answer's status, where it was posted. */
  readonly status?: number;
}

const atOnce = 10;

/**
 * The four case systems: each sends its own messages in order, several at a time on its queue, the others one by one
 * over HTTP. One that gets no answer over HTTP, or a 5xx, asks again until it has one.
 */
export function caseSystems(system: RunningSystem, onSent: (messages: readonly SentMessage[]) => void) {
  async function onQueue(administration: string, messages: readonly Planned[]): Promise<void> {
    if (messages.length === 0) return;
    const sqs = clientOf(system, administration);
    const queue = decisionsFrom(administration);
    const sentAt = system.now();
    const { Successful = [] } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: system.queueUrl(queue),
        Entries: messages.map(({ body }, index) => ({ Id: String(index), MessageBody: body })),
      }),
    );
    if (Successful.length !== messages.length) throw new Error(`${queue} took not all`);
    const ids = new Map(Successful.map(({ Id, MessageId = "" }) => [Id, MessageId]));
    onSent(
      messages.map((message, index) => ({ ...message, sentAt, messageId: ids.get(String(index)) ?? "" })),
    );
  }

  async function overHttp(message: Planned): Promise<void> {
    const sentAt = system.now();
    for (;;) {
      const status = await posted(system, message);
      if (status < 500) return onSent([{ ...message, sentAt, status }]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function sendOf(administration: string, messages: readonly Planned[]): Promise<void> {
    let waiting: Planned[] = [];
    for (const message of messages) {
      if (message.way === "queue") waiting.push(message);
      else await overHttp(message);
      if (waiting.length < atOnce) continue;
      await onQueue(administration, waiting);
      waiting = [];
    }
    await onQueue(administration, waiting);
  }

  return async (messages: readonly Planned[]): Promise<void> => {
    const bySender = Map.groupBy(messages, ({ administration }) => administration);
    await Promise.all([...bySender].map(([administration, its]) => sendOf(administration, its)));
  };
}

/** One for each party of a system, made when it is first asked for: making one is dear. */
function onePerParty<Made>(make: (system: RunningSystem, party: string) => Made) {
  const made = new WeakMap<RunningSystem, Map<string, Made>>();
  return (system: RunningSystem, party: string): Made => {
    const own = made.get(system) ?? new Map<string, Made>();
    made.set(system, own);
    const one = own.get(party) ?? make(system, party);
    own.set(party, one);
    return one;
  };
}

/** A party's own client of SQS. */
export const clientOf = onePerParty((system, party) => new SQSClient(system.clientFor(party)));

/** Calls the API by the party's own token. */
const callerOf = onePerParty((system, party) => callerWith(oauthClientOf(system, party)));

async function posted(
  system: RunningSystem,
  { administration, body }: Pick<Planned, "administration" | "body">,
): Promise<number> {
  const call = callerOf(system, administration);
  const headers = { "Content-Type": "application/json" };
  const response = await call(`${system.apiUrl}/v1/decisions`, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.status;
}
