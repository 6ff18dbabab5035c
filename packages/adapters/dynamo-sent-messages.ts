import { DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { type Instant, placeOf, type SentMessage, type SentMessages } from "@hemvist/casework";
import { cloudEvent } from "@hemvist/contracts";
import * as z from "zod/mini";
import type { Item } from "./case-item.ts";
import { writeAll } from "./write-all.ts";

const day = 86_400_000;

/** How long the table keeps what was sent, in days. Ours: a party with a longer gap reads what stands instead. */
export const sentIsKeptFor = 90;

const stored = z.object({
  sentAt: z.string(),
  queue: z.string(),
  event: cloudEvent,
  tellsPerson: z.boolean(),
});

interface Options {
  /** How a pause between two attempts is waited out. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Gets the place of each item that cannot be read: instant, decision, version, index and the event's id. */
  readonly onUnreadable?: (place: string) => void;
}

/** One item per message sent, by queue and day; within it by instant, decision, version and place. */
export function dynamoSentMessages(
  table: string,
  client = new DynamoDBClient({}),
  { pause, onUnreadable = () => {} }: Options = {},
): SentMessages {
  return {
    keep: (messages) =>
      writeAll(client, {
        table,
        items: [...new Map(messages.map((sent) => [keyOf(sent), sent])).values()].map(itemOf),
        pause,
      }),
    async *between(queue, { from, to }) {
      for (const date of daysBetween(from, to)) {
        const pages = paginateQuery(
          { client },
          {
            TableName: table,
            KeyConditionExpression: "#queueAndDay = :day AND #place BETWEEN :from AND :to",
            ExpressionAttributeNames: { "#queueAndDay": "queueAndDay", "#place": "place" },
            // A place begins with its instant; what follows it sorts before "~".
            ExpressionAttributeValues: {
              ":day": { S: `${queue} ${date}` },
              ":from": { S: from },
              ":to": { S: `${to}~` },
            },
          },
        );
        for await (const { Items = [] } of pages) {
          for (const item of Items) {
            const read = stored.safeParse(unmarshall(item));
            if (read.success) yield read.data;
            else onUnreadable(item["place"]?.S ?? "");
          }
        }
      }
    },
  };
}

const itemOf = (sent: SentMessage): Item =>
  marshall({
    queueAndDay: `${sent.queue} ${sent.sentAt.slice(0, 10)}`,
    place: sortKeyOf(sent),
    ...sent,
    forgetAt: Math.floor((Date.parse(sent.sentAt) + sentIsKeptFor * day) / 1000),
  });

const keyOf = (sent: SentMessage): string => `${sent.queue} ${sortKeyOf(sent)}`;

/** Two versions of a decision may go out in the same second. They still come in their order. */
function sortKeyOf({ sentAt, event }: SentMessage): string {
  const { version, index } = placeOf(event) ?? { version: 0, index: 0 };
  return [sentAt, event.correlationid, padded(version, 9), padded(index, 6), event.id].join(" ");
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

function daysBetween(from: Instant, to: Instant): readonly string[] {
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const count = Math.max(0, Math.floor((Date.parse(to) - first) / day) + 1);
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * day).toISOString().slice(0, 10),
  );
}
