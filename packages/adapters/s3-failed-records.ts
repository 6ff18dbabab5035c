import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { parsedJson } from "@hemvist/contracts";
import { instantOf } from "@hemvist/rules";
import * as z from "zod";
import type { HeldLetter, Letters } from "./sqs-letters.ts";
import { outboxOf } from "./stream-outbox.ts";

/** What is told of records that nobody could read: it is no queue's. */
export const unreadRecords = "hand-off";

/** Where it is noted which letters are done with. Nothing here is ever deleted; all of it is erased after its days. */
const doneWith = "done/";

/** Objects read at once: each may hold a hundred records. */
const atOnce = 20;

interface Lying {
  readonly key: string;
  /** When it was set aside. */
  readonly at: Date;
}

interface FailedRecords {
  /** Its name, which holds the account's: asked for when something is read or noted. */
  readonly bucket: () => Promise<string>;
  /** The function that sends what the stream's records cause, or its alias. */
  readonly handOff: string;
}

/**
 * What the table's stream gave up, a letter for each message that it would have sent and one for each record that
 * cannot be read. What was set aside together with a record that was stuck may have been sent: it has the same id.
 *
 * A letter is sent back by `hand-off` itself: with its receipts, its memory of what was sent, and its log.
 */
export function s3FailedRecords(
  { bucket, handOff }: FailedRecords,
  { s3 = new S3Client({ forcePathStyle: true }), lambda = new LambdaClient({}) } = {},
): Letters {
  let all: Promise<readonly HeldLetter[]> | undefined;

  async function read(): Promise<readonly HeldLetter[]> {
    const done = new Set((await listed(doneWith)).map(({ key }) => key.slice(doneWith.length)));
    const letters = new Map<string, HeldLetter>();
    const objects = (await listed()).filter(({ key }) => !key.startsWith(doneWith));
    for (let start = 0; start < objects.length; start += atOnce) {
      const some = await Promise.all(objects.slice(start, start + atOnce).map(lettersOf));
      for (const letter of some.flat())
        if (!done.has(letter.id) && !letters.has(letter.id)) letters.set(letter.id, letter);
    }
    return [...letters.values()];
  }

  async function listed(Prefix?: string): Promise<readonly Lying[]> {
    const objects: Lying[] = [];
    const input = { Bucket: await bucket(), ...(Prefix === undefined ? {} : { Prefix }) };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, input))
      objects.push(
        ...Contents.map(({ Key = "", LastModified = new Date(0) }) => ({ key: Key, at: LastModified })),
      );
    return objects;
  }

  async function lettersOf({ key: Key, at }: Lying): Promise<readonly HeldLetter[]> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: await bucket(), Key }));
    const { payload } = givenUp.parse(parsedJson((await Body?.transformToString("utf8")) ?? ""));
    return payload.Records.flatMap(({ dynamodb }) => lettersIn(dynamodb, instantOf(at.getTime())));
  }

  return {
    async hold(queue) {
      all ??= read();
      return { letters: (await all).filter((letter) => letter.queue === queue), unseen: 0 };
    },
    release: () => Promise.resolve(),
    /** @throws NotHandedOff where `hand-off` did not send it */
    async sendBack({ receipt }) {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: handOff, Payload: receipt }),
      );
      const answer = answered.safeParse(parsedJson(Payload?.transformToString("utf8") ?? ""));
      if (FunctionError !== undefined || answer.data?.batchItemFailures.length !== 0)
        throw new NotHandedOff();
    },
    async remove({ id }) {
      await s3.send(new PutObjectCommand({ Bucket: await bucket(), Key: `${doneWith}${id}`, Body: "" }));
    },
  };
}

class NotHandedOff extends Error {
  override readonly name = "NotHandedOff";
}

const answered = z.object({ batchItemFailures: z.array(z.unknown()) });

const image = z.looseObject({ outbox: z.unknown().optional() });

const failed = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.object({ pk: z.object({ S: z.string() }) }),
        NewImage: image.optional(),
      }),
    }),
  ),
});

type StreamRecord = z.infer<typeof failed>["Records"][number]["dynamodb"];

/** As Lambda writes it: what was given up is the event, as text or as it is. */
const givenUp = z.object({
  payload: z.preprocess((event) => (typeof event === "string" ? parsedJson(event) : event), failed),
});

function lettersIn(record: StreamRecord, sentAt: string): readonly HeldLetter[] {
  const common = { sentAt, receives: 1, isFromStream: true } as const;
  try {
    return outboxOf(record).map(({ queue, event }) => ({
      ...common,
      id: event.id,
      queue,
      body: JSON.stringify(event),
      receipt: JSON.stringify({ Records: [{ dynamodb: only(event.id, record) }] }),
    }));
  } catch {
    const [administration, decisionId] = record.Keys.pk.S.split(".");
    const id = `record-${record.SequenceNumber}`;
    const body = JSON.stringify({ administration, decisionId });
    return [{ ...common, id, queue: unreadRecords, body, receipt: id }];
  }
}

const attributes = z.object({
  L: z.array(
    z.looseObject({
      M: z.looseObject({ event: z.looseObject({ M: z.looseObject({ id: z.object({ S: z.string() }) }) }) }),
    }),
  ),
});

/** The record with that one of its messages, and nothing else of the decision. */
function only(id: string, { NewImage, ...record }: StreamRecord) {
  const { L } = attributes.parse(NewImage?.outbox);
  return { ...record, NewImage: { outbox: { L: L.filter(({ M }) => M.event.M.id.S === id) } } };
}
