import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { caseKeyOf } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import { instantOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { inBucket } from "./bucket.ts";
import { callLimits, invokeLimits } from "./call-limits.ts";
import type { AsideRecord, SetAside } from "./dynamo-set-aside.ts";
import { type Held, type HeldLetter, type Letters, mostHeld } from "./letters.ts";
import type { Seal } from "./seal.ts";
import { outboxOf } from "./stream-outbox.ts";

/** The name for records that could not be read. They belong to no queue. */
export const unreadRecords = "hand-off";

/**
 * The place for notes on letters that are done, and all that `operate` may write here: infra/constructs. hemvist
 * deletes nothing here. S3 erases everything after its days.
 */
const doneWith = "done/";

/** Objects read at once: each may hold a hundred records. */
const atOnce = 20;

interface FailedRecords {
  readonly bucket: string;
  /** The function that sends what the stream's records cause, or its alias. */
  readonly handOff: string;
  readonly seal: Seal;
  /** What hand-off itself set aside. */
  readonly aside: Pick<SetAside, "all">;
}

/** What the table's stream gave up. Reading it holds it from no other reader. */
export interface GivenUp extends Pick<Letters, "sendBack" | "remove"> {
  /**
   * The letters on their way to a queue, or `unreadRecords`. Messages in one batch with a stuck record may have been
   * sent. `unseen` counts objects, which may hold many records each, and only with `unreadRecords`.
   */
  on(queue: string): Promise<Held>;
}

/**
 * What the table's stream gave up: a letter for each message that it would have sent, and one for each record that
 * cannot be read. `hand-off` itself sends a letter again, so the table of sent messages and the log have it.
 */
export function s3FailedRecords(
  { bucket, handOff, seal, aside }: FailedRecords,
  {
    s3 = new S3Client({ ...callLimits, forcePathStyle: true }),
    lambda = new LambdaClient(invokeLimits),
  } = {},
): GivenUp {
  let all: Promise<Held> | undefined;

  async function read(): Promise<Held> {
    const keys = await listed();
    const done = new Set(keys.filter(isNote).map((key) => key.slice(doneWith.length)));
    const objects = keys.filter((key) => !isNote(key));
    const letters = new Map<string, HeldLetter>();
    const hold = (some: readonly HeldLetter[]): void => {
      for (const letter of some) if (!done.has(letter.id)) letters.set(letter.id, letter);
    };
    let start = 0;
    for (; start < objects.length && letters.size < mostHeld; start += atOnce) {
      const some = await Promise.all(objects.slice(start, start + atOnce).map(lettersOf));
      hold(some.flat());
    }
    for await (const record of aside.all()) hold(await lettersIn(imageOf(record), seal));
    return { letters: [...letters.values()], unseen: Math.max(0, objects.length - start) };
  }

  async function listed(): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, inBucket(bucket)))
      keys.push(...Contents.map(({ Key = "" }) => Key));
    return keys;
  }

  async function lettersOf(Key: string): Promise<readonly HeldLetter[]> {
    const { Body, LastModified } = await s3.send(new GetObjectCommand({ ...inBucket(bucket), Key }));
    const read = givenUp.safeParse(parsedJson((await Body?.transformToString("utf8")) ?? ""));
    if (!read.success) return [unreadObject(Key, LastModified)];
    const { Records } = read.data.payload;
    return (await Promise.all(Records.map(({ dynamodb }) => lettersIn(dynamodb, seal)))).flat();
  }

  return {
    async on(queue) {
      all ??= read();
      const { letters, unseen } = await all;
      return {
        letters: letters.filter((letter) => letter.queue === queue),
        unseen: queue === unreadRecords ? unseen : 0,
      };
    },
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
      // Without its length, S3's client writes a line of its own to the log.
      const note = { Key: `${doneWith}${id}`, Body: "", ContentLength: 0 };
      await s3.send(new PutObjectCommand({ ...inBucket(bucket), ...note }));
    },
  };
}

class NotHandedOff extends Error {
  override readonly name = "NotHandedOff";
}

const isNote = (key: string): boolean => key.startsWith(doneWith);

const answered = z.object({ batchItemFailures: z.array(z.unknown()) });

const streamRecord = z.object({
  SequenceNumber: z.string(),
  /** Seconds since 1970. */
  ApproximateCreationDateTime: z.number(),
  Keys: z.object({ pk: z.object({ S: z.string() }) }),
  NewImage: z.optional(z.record(z.string(), z.unknown())),
});

const failed = z.object({ Records: z.array(z.object({ dynamodb: streamRecord })) });

/** An item that hemvist wrote, whatever else it cannot read of it. */
const numbered = z.object({ version: z.object({ N: z.string().check(z.regex(/^\d+$/)) }) });

/** As Lambda writes it: what was given up is the event, as text or as it is. */
const givenUp = z.object({
  payload: z.pipe(
    z.transform((event) => (typeof event === "string" ? parsedJson(event) : event)),
    failed,
  ),
});

/** An object that Lambda did not write, or not in a form that is known here: one letter, so that it stops no other. */
function unreadObject(key: string, lastModified = new Date(0)): HeldLetter {
  const id = `object-${key}`;
  const sentAt = instantOf(lastModified.getTime());
  return { id, queue: unreadRecords, body: "{}", receipt: id, sentAt, receives: 1, isFromStream: true };
}

/** As Lambda would have written it. */
const imageOf = ({ pk, version, body, sequenceNumber, writtenAt }: AsideRecord) => ({
  Keys: { pk: { S: pk } },
  SequenceNumber: sequenceNumber,
  ApproximateCreationDateTime: writtenAt,
  NewImage: { pk: { S: pk }, version: { N: version }, body: { B: body } },
});

async function lettersIn(record: z.infer<typeof streamRecord>, seal: Seal): Promise<readonly HeldLetter[]> {
  const { Keys, SequenceNumber, NewImage, ApproximateCreationDateTime } = record;
  const sentAt = instantOf(ApproximateCreationDateTime * 1000);
  const common = { sentAt, receives: 1, isFromStream: true } as const;
  try {
    return (await outboxOf(record, seal)).map((message) => ({
      ...common,
      id: message.event.id,
      queue: message.queue,
      body: JSON.stringify(message.event),
      // The record as it was set aside, its body sealed, and which one of its messages to send.
      receipt: JSON.stringify({
        Records: [{ dynamodb: { Keys, SequenceNumber, NewImage }, only: message.event.id }],
      }),
    }));
  } catch {
    const id = `record-${SequenceNumber}`;
    const version = numbered.safeParse(NewImage);
    const body = JSON.stringify({
      ...caseKeyOf(Keys.pk.S),
      ...(version.success ? { version: Number(version.data.version.N) } : {}),
    });
    return [{ ...common, id, queue: unreadRecords, body, receipt: id }];
  }
}
