import { isDecision, outboxOf, type Seal } from "@hemvist/adapters";
import type { ChangeRecord, LogLine } from "@hemvist/local";
import { civilDateAt, logicalName, partyOf as partyOfQueue } from "@hemvist/rules";
import * as z from "zod";

/** What a party found in a message on its queue: ids only. */
export interface Received {
  readonly id: string;
  readonly type: string;
  /** The day it was caused. */
  readonly day: string;
  readonly causationId: string;
  /** Which message of the party's own it answers, where it answers one. */
  readonly answers: { readonly messageId?: string; readonly progressId?: string };
  /** How many times it came. */
  times: number;
}

/** A message that a version of a decision causes. */
export interface Caused {
  readonly party: string;
  readonly day: string;
  /** Its decision, or its assignment. */
  readonly subject: string;
  isHandedOff: boolean;
}

/** Everything that is seen of a run from outside: what the table's stream carried, what hand-off logged, what parties received. */
export interface Seen {
  /** By the event's id. */
  readonly caused: Map<string, Caused>;
  /** By the queue's logical name, then by the event's id. */
  readonly received: Map<string, Map<string, Received>>;
  /** Each decision's newest version that the stream carried; it carried every one before it, too. */
  readonly versions: Map<string, number>;
  /** Decisions of which the stream skipped a version. */
  readonly skipped: Set<string>;
}

export const nothingSeen = (): Seen => ({
  caused: new Map(),
  received: new Map(),
  versions: new Map(),
  skipped: new Set(),
});

/** Notes a version of a decision and the messages that it causes. The heartbeat is no decision. */
export async function seeChange(
  { caused, versions, skipped }: Seen,
  { dynamodb: { NewImage, Keys } }: Pick<ChangeRecord, "dynamodb">,
  seal: Seal,
): Promise<void> {
  if (!isDecision(keys.parse(Keys).pk.S)) return;
  const { pk, version: number } = image.parse(NewImage);
  const [decision, version] = [pk.S, Number(number.N)];
  if (version !== (versions.get(decision) ?? 0) + 1) skipped.add(decision);
  versions.set(decision, version);
  for (const { queue, event } of await outboxOf({ NewImage }, seal)) {
    const { id, time, subject } = event;
    caused.set(id, { party: partyOf(queue), day: civilDateAt(time), subject, isHandedOff: false });
  }
}

/** Hand-off says of each message, by its id, that a queue has taken it. */
export function seeLog({ caused }: Seen, { functionName, line }: LogLine): void {
  if (functionName !== "hemvist-hand-off" || !line.includes("message handed off")) return;
  const { event } = handedOff.parse(JSON.parse(line));
  const message = caused.get(event);
  if (message !== undefined) message.isHandedOff = true;
}

/** Notes what lay on a party's queue; gives it back the first time that it is seen. */
export function seeMessage({ received }: Seen, queue: string, body: string): Message | undefined {
  const message = wire.parse(JSON.parse(body));
  const { id, type, time, causationid: causationId, data } = message;
  const onQueue = received.get(queue) ?? new Map<string, Received>();
  received.set(queue, onQueue);
  const before = onQueue.get(id);
  if (before !== undefined) {
    before.times += 1;
    return undefined;
  }
  const { messageId, progressId } = data;
  const answers = {
    ...(messageId === undefined ? {} : { messageId }),
    ...(progressId === undefined ? {} : { progressId }),
  };
  onQueue.set(id, { id, type, day: civilDateAt(time), causationId, answers, times: 1 });
  return message;
}

const handedOff = z.object({ event: z.string() });

const wire = z.object({
  id: z.string(),
  type: z.string(),
  time: z.string(),
  subject: z.string(),
  causationid: z.string(),
  data: z.object({
    messageId: z.string().optional(),
    progressId: z.string().optional(),
    from: z.string().optional(),
  }),
});

/** A message to a party, as far as the run looks at it. */
export type Message = z.infer<typeof wire>;

const text = z.object({ S: z.string() });

/** As much of a record in DynamoDB's JSON as tells which messages its version causes. */
const keys = z.object({ pk: text });

const image = z.object({
  pk: text,
  version: z.object({ N: z.string() }),
});

/** Of a queue by either of its names. */
export const partyOf = (queue: string): string => partyOfQueue(logicalName(queue));
