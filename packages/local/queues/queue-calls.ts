import { createHash } from "node:crypto";
import { isJson, type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import { queueUrl } from "../templates/physical-names.ts";
import type { VirtualClock } from "../time/virtual-clock.ts";
import type { EngineReply, QueueEngine } from "./queue-engine.ts";
import type { Queue } from "./queues.ts";

export interface QueueCalls {
  readonly call: (operation: string, body: Json) => Promise<EngineReply>;
  /** Calls `arrived` whenever a queue may have a message to read that it did not have before. */
  readonly onArrival: (queueName: string, arrived: () => void) => void;
  readonly stop: () => void;
}

/**
 * SQS as a caller sees it: the engine, with queue URLs that lead through the front, timestamps in virtual time, and
 * a memory for deduplication ids that a leap in time clears as five real minutes would.
 */
export const createQueueCalls = ({
  engine,
  queues,
  endpoint,
  clock,
}: {
  readonly engine: QueueEngine;
  readonly queues: readonly Queue[];
  readonly endpoint: string;
  readonly clock: VirtualClock;
}): QueueCalls => {
  const byName = new Map(queues.map((queue) => [queue.name, queue]));
  const byArn = new Map(queues.map((queue) => [queue.arn, queue]));
  const listeners = new Map<string, (() => void)[]>();
  const timers = new Set<NodeJS.Timeout>();

  const announce = (queueName: string): void => {
    for (const arrived of listeners.get(queueName) ?? []) arrived();
  };

  const announceAfter = (queueName: string, seconds: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      announce(queueName);
    }, seconds * 1000);
    timers.add(timer);
  };

  const arrivals = (operation: string, body: Json): void => {
    const queue = byName.get(nameInUrl(body["QueueUrl"]));
    if (queue === undefined) return;
    switch (operation) {
      case "SendMessage":
      case "SendMessageBatch": {
        const entries = operation === "SendMessage" ? [body] : listOf(body["Entries"]);
        for (const entry of entries) {
          const delay = numberOf(jsonOf(entry)["DelaySeconds"]) ?? queue.delaySeconds;
          if (delay > 0) announceAfter(queue.name, delay);
        }
        announce(queue.name);
        break;
      }
      case "ReceiveMessage": {
        // The engine moves a message to its dead-letter queue when a reader asks for it once too often.
        const deadLetter = byArn.get(queue.deadLetterArn ?? "");
        if (deadLetter !== undefined) announce(deadLetter.name);
        break;
      }
      case "ChangeMessageVisibility":
      case "ChangeMessageVisibilityBatch":
      case "DeleteMessage":
      case "DeleteMessageBatch":
        announce(queue.name);
        break;
      default:
    }
  };

  const call = async (operation: string, body: Json): Promise<EngineReply> => {
    const contentBased =
      byName.get(nameInUrl(body["QueueUrl"]))?.attributes["ContentBasedDeduplication"] === "true";
    const inEra = (message: Json): Json => ofEra({ message, contentBased, era: clock.longLeaps() });
    const reply = await engine.call(operation, sent({ operation, body, inEra }));
    if (reply.status === 200) arrivals(operation, body);
    return { ...reply, body: asSeen({ body: reply.body, clock, endpoint }) };
  };

  return {
    call,
    onArrival: (name, arrived) => {
      listeners.set(name, [...(listeners.get(name) ?? []), arrived]);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};

const nameInUrl = (url: unknown): string => textOf(url)?.split("/").at(-1) ?? "";

const sent = ({
  operation,
  body,
  inEra,
}: {
  readonly operation: string;
  readonly body: Json;
  readonly inEra: (message: Json) => Json;
}): Json => {
  if (operation === "SendMessage") return inEra(body);
  if (operation !== "SendMessageBatch") return body;
  return { ...body, Entries: listOf(body["Entries"]).map((entry) => inEra(jsonOf(entry))) };
};

/** The engine remembers ids for five real minutes; an id of another era of virtual time is another id to it. */
const ofEra = ({
  message,
  contentBased,
  era,
}: {
  readonly message: Json;
  readonly contentBased: boolean;
  readonly era: number;
}): Json => {
  const id =
    textOf(message["MessageDeduplicationId"]) ?? (contentBased ? digest(message["MessageBody"]) : undefined);
  return id === undefined ? message : { ...message, MessageDeduplicationId: `${id}${ERA}${era}` };
};

const digest = (text: unknown): string => createHash("sha256").update(String(text)).digest("hex");

/** Not among the characters that a deduplication id may have. */
const ERA = " era ";

const asSeen = ({
  body,
  clock,
  endpoint,
}: {
  readonly body: Json;
  readonly clock: VirtualClock;
  readonly endpoint: string;
}): Json => {
  const seen: Record<string, unknown> = { ...body };
  if (body["QueueUrl"] !== undefined) seen["QueueUrl"] = queueUrl(endpoint, nameInUrl(body["QueueUrl"]));
  for (const list of ["QueueUrls", "queueUrls"]) {
    if (body[list] !== undefined)
      seen[list] = listOf(body[list]).map((url) => queueUrl(endpoint, nameInUrl(url)));
  }
  if (body["Messages"] !== undefined) {
    seen["Messages"] = listOf(body["Messages"])
      .filter(isJson)
      .map((message) => ({ ...message, Attributes: attributesSeen(jsonOf(message["Attributes"]), clock) }));
  }
  return seen;
};

const attributesSeen = (attributes: Json, clock: VirtualClock): Json => {
  const seen: Record<string, unknown> = { ...attributes };
  for (const name of ["SentTimestamp", "ApproximateFirstReceiveTimestamp"]) {
    const real = numberOf(attributes[name]);
    if (real !== undefined) seen[name] = String(Math.round(clock.at(real)));
  }
  const id = textOf(attributes["MessageDeduplicationId"]);
  if (id !== undefined) seen["MessageDeduplicationId"] = id.split(ERA)[0];
  return seen;
};
