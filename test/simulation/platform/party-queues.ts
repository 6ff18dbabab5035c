import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { logicalName, physicalName, withoutDeadLetters } from "@hemvist/rules";
import type { Faults } from "../faults/faults.ts";
import type { Run } from "./run.ts";

/** What reached a queue that a party reads. */
export interface Accepted {
  readonly queue: string;
  readonly group: string;
  readonly deduplicationId: string;
  readonly body: string;
  readonly signature: string | undefined;
}

/** What was set aside with a reason. */
export interface SetAside {
  readonly queue: string;
  readonly originalMessageId: string;
  readonly reason: string;
  readonly body: string;
  readonly signature?: string;
}

interface Options {
  readonly faults: Faults;
  readonly isWithdrawn: (queue: string) => boolean;
  readonly isDown?: () => boolean;
  readonly accept: (message: Accepted) => void;
  readonly setAside: (letter: SetAside) => void;
}

class Refused extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/** Each sends all that comes after it in its stream's batch once more. */
const ofEntries = 0.001;
const mostEntries = 10;
const mebibyte = 1024 * 1024;

/**
 * SQS as the adapters' own code calls it, so that what they make of refused entries, batches and order is simulated
 * too. Refuses single entries, and all of a queue whose policy has been withdrawn.
 */
export function simulatedSqs(
  { faults, isWithdrawn, isDown = () => false, accept, setAside }: Options,
  { call }: Pick<Run, "call">,
): SQSClient {
  function sendBatch({ input }: SendMessageBatchCommand) {
    const queue = queueOf(input.QueueUrl);
    if (isDown()) throw new Refused("ServiceUnavailable");
    if (isWithdrawn(queue)) throw new Refused("AccessDenied");
    const entries = input.Entries ?? [];
    if (entries.length > mostEntries) throw new Refused("TooManyEntriesInBatchRequest");
    if (areTooLong(entries)) throw new Refused("BatchRequestTooLong");
    const failed = entries.filter(() => faults.happens("entry-refused", ofEntries));
    for (const entry of entries) {
      if (failed.includes(entry)) continue;
      accept({
        queue,
        group: entry.MessageGroupId ?? "",
        deduplicationId: entry.MessageDeduplicationId ?? "",
        body: entry.MessageBody ?? "",
        signature: entry.MessageAttributes?.["signature"]?.StringValue,
      });
    }
    return { Failed: failed.map(({ Id }) => ({ Id, Code: "InternalError", SenderFault: false })) };
  }

  function sendOne({ input }: SendMessageCommand) {
    const { reason, originalMessageId, signature } = input.MessageAttributes ?? {};
    const its = signature?.StringValue;
    setAside({
      queue: withoutDeadLetters(queueOf(input.QueueUrl)),
      originalMessageId: originalMessageId?.StringValue ?? "",
      reason: reason?.StringValue ?? "",
      body: input.MessageBody ?? "",
      ...(its === undefined ? {} : { signature: its }),
    });
    return {};
  }

  const send = (command: unknown) => {
    if (command instanceof SendMessageBatchCommand) return call("sqs.sendBatch", () => sendBatch(command));
    if (command instanceof SendMessageCommand) return call("sqs.send", () => sendOne(command));
    throw new Error("a call that SQS has not been taught here");
  };
  return { send, config: { region: () => Promise.resolve(region) } } as unknown as SQSClient;
}

/** Only what may be too long is counted byte by byte: no code unit of a text takes more than three. */
function areTooLong(entries: readonly SendMessageBatchRequestEntry[]): boolean {
  const bodies = entries.map(({ MessageBody = "" }) => MessageBody);
  if (3 * bodies.reduce((sum, { length }) => sum + length, 0) <= mebibyte) return false;
  return bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) > mebibyte;
}

const region = "eu-north-1";
const account = "111122223333";
const address = `https://sqs.invalid/${account}/`;

/** An address for any queue. */
export const queueUrls = new Proxy<Record<string, string>>(
  {},
  { get: (_none, queue) => `${address}${physicalName(String(queue))}` },
);

/** As SQS names a queue to the party that reads it. */
export const arnOf = (queue: string): string => arnNamed(physicalName(queue));

/** The same, by the name that SQS has: that of a FIFO queue ends on `.fifo`. */
export const arnNamed = (name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;

const queueOf = (url: string | undefined): string => logicalName((url ?? "").slice(address.length));
