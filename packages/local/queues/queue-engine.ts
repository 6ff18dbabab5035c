import { buildApp } from "fauxqs";
import type { Answer, Request } from "../front/listening.ts";
import { type Json, jsonOf, listOf, numberOf, parsedJson, textOf } from "../templates/json.ts";
import type { Queue } from "./queues.ts";

export interface EngineReply {
  readonly status: number;
  readonly body: Json;
  readonly error?: string;
}

/** A message as it lies on its queue, received by a reader or not. */
export interface LyingMessage {
  readonly messageId: string;
  readonly groupId?: string;
  /** Real milliseconds since 1970. */
  readonly sentAt: number;
  readonly body: string;
  /** The attributes that its sender gave it, those that are texts. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Glance {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly messages: readonly LyingMessage[];
}

export interface QueueEngine {
  /** One call of SQS's API, such as `SendMessage`. */
  readonly call: (operation: string, body: Json) => Promise<EngineReply>;
  /** Messages that are not yet deleted, by queue: visible, in flight or delayed. */
  readonly held: () => Promise<ReadonlyMap<string, number>>;
  /** What lies on a queue and is not yet deleted, oldest first. Nothing is taken. */
  readonly lying: (queueName: string) => Promise<readonly LyingMessage[]>;
  /** How much lies on a queue, and in which state. */
  readonly glance: (queueName: string) => Promise<Glance>;
  readonly putObject: (object: {
    readonly bucket: string;
    readonly key: string;
    readonly body: string;
  }) => Promise<void>;
  /** A call of S3's API, as it came. */
  readonly objects: (request: Request) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** SQS's queues and S3's buckets, in memory and without a port of their own: only the front reaches them. */
export const startQueueEngine = async ({
  region,
  queues,
  buckets,
}: {
  readonly region: string;
  readonly queues: readonly Queue[];
  readonly buckets: readonly string[];
}): Promise<QueueEngine> => {
  const app = buildApp({ logger: false, defaultRegion: region });
  await app.ready();

  const call = async (operation: string, body: Json): Promise<EngineReply> => {
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `AmazonSQS.${operation}`,
    };
    const reply = await app.inject({ method: "POST", url: "/", headers, payload: JSON.stringify(body) });
    const error = textOf(reply.headers["x-amzn-query-error"]);
    return {
      status: reply.statusCode,
      body: parsedJson(reply.body),
      ...(error === undefined ? {} : { error: error.replace(PREFIXED_IN_ERROR, "") }),
    };
  };

  const held = async (): Promise<ReadonlyMap<string, number>> => {
    const reply = await app.inject({ method: "GET", url: "/_fauxqs/queues" });
    return new Map(listOf(JSON.parse(reply.body)).map((entry) => heldIn(jsonOf(entry))));
  };

  const glance: QueueEngine["glance"] = async (queueName) => {
    const reply = await app.inject({
      method: "GET",
      url: `/_fauxqs/queues/${encodeURIComponent(queueName)}`,
    });
    const { inflight, ready, delayed } = jsonOf(parsedJson(reply.body)["messages"]);
    const inHand = listOf(inflight).map((entry) => jsonOf(entry)["message"]);
    return {
      visible: listOf(ready).length,
      inFlight: inHand.length,
      delayed: listOf(delayed).length,
      messages: [...inHand, ...listOf(ready), ...listOf(delayed)]
        .map((message) => jsonOf(message))
        .toSorted(bySending)
        .map(lyingMessage),
    };
  };

  // The engine passes over `If-None-Match: *` when it writes.
  const taken = new Set<string>();
  const objects = async ({ method, url, headers, body }: Request): Promise<Answer> => {
    const plain = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "content-length"));
    const onlyNew = method === "PUT" && headers["if-none-match"] === "*";
    if (onlyNew && (taken.has(url) || (await app.inject({ method: "HEAD", url })).statusCode === 200))
      return alreadyThere;
    if (onlyNew) taken.add(url);
    const reply = await app.inject({ method: readMethod(method), url, headers: plain, payload: body });
    if (onlyNew && reply.statusCode !== 200) taken.delete(url);
    return { status: reply.statusCode, headers: textHeaders(reply.headers), body: reply.rawPayload };
  };

  const putObject: QueueEngine["putObject"] = async ({ bucket, key, body }) => {
    const path = key.split("/").map(encodeURIComponent).join("/");
    const reply = await app.inject({ method: "PUT", url: `/${bucket}/${path}`, payload: Buffer.from(body) });
    if (reply.statusCode !== 200)
      throw new Error(`the object engine refused ${bucket}/${key}: ${reply.statusCode}`);
  };

  // Dead-letter queues first: a redrive policy names an existing one.
  const deadLetters = new Set(queues.flatMap(({ deadLetterArn }) => deadLetterArn ?? []));
  const ordered = queues.toSorted((a, b) => Number(deadLetters.has(b.arn)) - Number(deadLetters.has(a.arn)));
  for (const { name, attributes, tags } of ordered) {
    const { status, body } = await call("CreateQueue", { QueueName: name, Attributes: attributes, tags });
    if (status !== 200) throw new Error(`the queue engine refused ${name}: ${JSON.stringify(body)}`);
  }
  for (const bucket of buckets) {
    const { statusCode } = await app.inject({ method: "PUT", url: `/${bucket}` });
    if (statusCode !== 200) throw new Error(`the object engine refused the bucket ${bucket}: ${statusCode}`);
  }

  return {
    call,
    held,
    lying: async (queueName) => (await glance(queueName)).messages,
    glance,
    objects,
    putObject,
    stop: () => app.close(),
  };
};

const bySending = (a: Json, b: Json): number =>
  (numberOf(a["sentTimestamp"]) ?? 0) - (numberOf(b["sentTimestamp"]) ?? 0) ||
  String(a["sequenceNumber"] ?? "").localeCompare(String(b["sequenceNumber"] ?? ""));

const lyingMessage = ({
  messageId,
  messageGroupId,
  sentTimestamp,
  body,
  messageAttributes,
}: Json): LyingMessage => {
  const groupId = textOf(messageGroupId);
  return {
    messageId: String(messageId),
    ...(groupId === undefined ? {} : { groupId }),
    sentAt: numberOf(sentTimestamp) ?? 0,
    body: String(body),
    attributes: Object.fromEntries(
      Object.entries(jsonOf(messageAttributes)).flatMap(([name, value]) => {
        const text = textOf(jsonOf(value)["StringValue"]);
        return text === undefined ? [] : [[name, text] as const];
      }),
    ),
  };
};

/** SQS writes these codes bare; the engine gives every code the prefix that only some have. */
const PREFIXED_IN_ERROR =
  /^AWS\.SimpleQueueService\.(?=Invalid(?:ParameterValue|MessageContents|AttributeName|AttributeValue|Action)|Missing(?:Parameter|Action)|OverLimit|ReceiptHandleIsInvalid|QueueNameExists)/;

const heldIn = ({
  name,
  approximateMessageCount,
  approximateInflightCount,
  approximateDelayedCount,
}: Json): [string, number] => {
  const counts = [approximateMessageCount, approximateInflightCount, approximateDelayedCount];
  return [String(name), counts.reduce((sum: number, count) => sum + (numberOf(count) ?? 0), 0)];
};

const alreadyThere: Answer = {
  status: 412,
  headers: { "content-type": "application/xml" },
  body: "<Error><Code>PreconditionFailed</Code><Message>Something stands there already</Message></Error>",
};

const readMethod = (method: string): "GET" | "PUT" | "POST" | "DELETE" | "HEAD" => {
  switch (method) {
    case "PUT":
    case "POST":
    case "DELETE":
    case "HEAD":
      return method;
    default:
      return "GET";
  }
};

const textHeaders = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => value !== undefined && name !== "content-length")
      .map(([name, value]) => [name, String(value)]),
  );
