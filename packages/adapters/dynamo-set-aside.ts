import { DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { callLimits } from "./call-limits.ts";
import { inForm } from "./in-form.ts";
import { writeAll } from "./write-all.ts";

/** A record of the stream, as far as it can be sent again. Its body stays sealed. */
export interface AsideRecord {
  readonly pk: string;
  readonly sequenceNumber: string;
  /** Seconds since 1970. */
  readonly writtenAt: number;
  /** Missing where the item was no record at all. */
  readonly version?: string | undefined;
  /** As Base64. */
  readonly body?: string | undefined;
}

/** What hand-off itself set aside, because no further attempt would help. */
export interface SetAside {
  /** @throws NotAllKept where the table does not take it */
  add(record: AsideRecord): Promise<void>;
  all(): AsyncIterable<AsideRecord>;
}

/** How long the table keeps it, in days: as long as S3 keeps what Lambda gave up. */
const keptFor = 14;

/** In the table of what hand-off remembers. It grows with trouble only, so one partition is enough. */
const about = "set aside";

export function dynamoSetAside(table: string, client = new DynamoDBClient(callLimits)): SetAside {
  return {
    async add({ pk, sequenceNumber, writtenAt, version, body }) {
      const item = {
        about: { S: about },
        place: { S: `${pk} ${sequenceNumber.padStart(40, "0")}` },
        pk: { S: pk },
        sequenceNumber: { S: sequenceNumber },
        writtenAt: { N: String(writtenAt) },
        ...(version === undefined ? {} : { version: { N: version } }),
        ...(body === undefined ? {} : { body: { B: Buffer.from(body, "base64") } }),
        forgetAt: { N: String(Math.floor(writtenAt) + keptFor * 86_400) },
      };
      await writeAll(client, { table, items: [item] });
    },
    async *all() {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: "#about = :about",
          ExpressionAttributeNames: { "#about": "about" },
          ExpressionAttributeValues: { ":about": { S: about } },
        },
      );
      for await (const { Items = [] } of pages)
        for (const item of Items) {
          const { pk, sequenceNumber, writtenAt, version, body } = inForm(stored, item);
          yield {
            pk: pk.S,
            sequenceNumber: sequenceNumber.S,
            writtenAt: Number(writtenAt.N),
            version: version?.N,
            body: body && Buffer.from(body.B).toString("base64"),
          };
        }
    },
  };
}

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });

const stored = z.object({
  pk: text,
  sequenceNumber: text,
  writtenAt: number,
  version: z.optional(number),
  body: z.optional(z.object({ B: z.instanceof(Uint8Array) })),
});
