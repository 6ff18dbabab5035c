import { type AttributeValue, DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import {
  allEnded,
  correlationIdOf,
  decisionOf,
  type Instant,
  type SentMessage,
  type SentMessages,
} from "@hemvist/casework";
import { callLimits } from "./call-limits.ts";
import { type Item, isUnreadable } from "./case-item.ts";
import type { Seal } from "./seal.ts";
import { itemsOf, messagesIn, orderOf, receiptIn, shardsOf } from "./sent-items.ts";
import { writeAll } from "./write-all.ts";

interface Options {
  /** How a pause between two attempts is waited out. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Gets the place of each item that cannot be read. */
  readonly onUnreadable?: (place: string) => void;
}

/** All that hand-off remembers, in one table: messages by day, and by decision when its assignments were requested. */
export function dynamoSentMessages(
  table: string,
  seal: Seal,
  client = new DynamoDBClient(callLimits),
  { pause, onUnreadable = () => {} }: Options = {},
): SentMessages {
  async function* itemsWhere(
    condition: string,
    values: Readonly<Record<string, string>>,
  ): AsyncIterable<Item> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: condition,
        ExpressionAttributeNames: { "#about": "about", ...(":from" in values ? { "#place": "place" } : {}) },
        ExpressionAttributeValues: asTexts(values),
      },
    );
    for await (const { Items = [] } of pages) yield* Items;
  }

  async function readable(item: Item): Promise<readonly SentMessage[]> {
    try {
      return await messagesIn(item, seal);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      onUnreadable(item["place"]?.S ?? "");
      return [];
    }
  }

  async function sentOn(
    date: string,
    { from, to }: Window,
    isWanted: (sent: SentMessage) => boolean,
  ): Promise<readonly SentMessage[]> {
    const found: SentMessage[] = [];
    for (const shard of shardsOf(date)) {
      // A place begins with its instant; what follows it sorts before "~".
      const values = { ":about": shard, ":from": from, ":to": `${to}~` };
      for await (const item of itemsWhere("#about = :about AND #place BETWEEN :from AND :to", values))
        found.push(...(await readable(item)).filter(isWanted));
    }
    return found.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  async function requestedOf(decision: string): Promise<readonly (readonly [string, Instant])[]> {
    const requested: (readonly [string, Instant])[] = [];
    for await (const item of itemsWhere("#about = :about", { ":about": decision })) {
      const { requests, sentAt } = receiptIn(item);
      requested.push(...requests.map((assignmentId) => [assignmentId, sentAt] as const));
    }
    return requested;
  }

  return {
    keep: async (messages) => writeAll(client, { table, items: await itemsOf(messages, seal), pause }),
    async *between(queue, window) {
      for (const date of daysBetween(window))
        yield* await sentOn(date, window, (sent) => sent.queue === queue);
    },
    async idsBetween(window) {
      const sent = await allEnded(daysBetween(window).map((date) => sentOn(date, window, () => true)));
      return new Set(sent.flat().map(({ event }) => event.id));
    },
    async deliveredAt(assignmentIds) {
      const decisions = new Set(assignmentIds.flatMap(decisionsNamed));
      // Oldest first, so that the newest of each assignment stands.
      const requested = new Map((await allEnded([...decisions].map(requestedOf))).flat());
      return new Map(
        assignmentIds.flatMap((id) => {
          const sentAt = requested.get(id);
          return sentAt === undefined ? [] : [[id, sentAt] as const];
        }),
      );
    },
  };
}

interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

const asTexts = (values: Readonly<Record<string, string>>): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { S: value }]));

const decisionsNamed = (assignmentId: string): readonly string[] => {
  const decision = decisionOf(assignmentId);
  return decision ? [correlationIdOf(decision)] : [];
};

const day = 86_400_000;

function daysBetween({ from, to }: Window): readonly string[] {
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const count = Math.max(0, Math.floor((Date.parse(to) - first) / day) + 1);
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * day).toISOString().slice(0, 10),
  );
}
