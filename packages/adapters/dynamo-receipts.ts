import { BatchGetItemCommand, DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { allEnded, type Instant, type Receipts } from "@hemvist/casework";
import * as z from "zod/mini";
import { writeAll } from "./write-all.ts";

interface Options {
  /** How a pause between two attempts is waited out. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const text = z.object({ S: z.string() });
const receipt = z.object({ deliveredAt: text });
const namedReceipt = z.extend(receipt, { assignmentId: text });

const keyOf = (assignmentId: string) => ({ assignmentId: { S: assignmentId } });

/** Receipts in a table of their own: they are no part of a decision, and no change of one. */
export function dynamoReceipts(
  table: string,
  client = new DynamoDBClient({}),
  { pause }: Options = {},
): Receipts {
  return {
    keep: (assignmentIds, deliveredAt) =>
      writeAll(client, {
        table,
        items: assignmentIds.map((assignmentId) => ({
          ...keyOf(assignmentId),
          deliveredAt: { S: deliveredAt },
        })),
        pause,
      }),
    async deliveredAt(assignmentId) {
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: keyOf(assignmentId) }));
      return Item === undefined ? undefined : receipt.parse(Item).deliveredAt.S;
    },
  };
}

const mostKeys = 100;

/** Ours. Each answer holds less than was asked for where the table is throttled. */
const mostAttempts = 10;

/**
 * The receipts of many assignments at once; one without a receipt is left out.
 * @throws Error where the table keeps leaving out some: a receipt that is not read is not one that is missing
 */
export function dynamoReceiptsOf(
  table: string,
  client = new DynamoDBClient({}),
  { pause = slept }: Options = {},
): (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>> {
  async function read(
    assignmentIds: readonly string[],
    attempt = 1,
  ): Promise<readonly (readonly [string, Instant])[]> {
    const Keys = assignmentIds.map(keyOf);
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys } } }),
    );
    const found = (Responses[table] ?? [])
      .map((item) => namedReceipt.parse(item))
      .map(({ assignmentId, deliveredAt }) => [assignmentId.S, deliveredAt.S] as const);
    const left = (UnprocessedKeys[table]?.Keys ?? []).map((key) => key["assignmentId"]?.S ?? "");
    if (left.length === 0) return found;
    if (attempt === mostAttempts) throw new Error(`${left.length} receipts could not be read`);
    await pause(50 * attempt);
    return [...found, ...(await read(left, attempt + 1))];
  }

  return async (assignmentIds) => {
    const distinct = [...new Set(assignmentIds)];
    const starts = Array.from(
      { length: Math.ceil(distinct.length / mostKeys) },
      (_, index) => index * mostKeys,
    );
    const found = await allEnded(starts.map((start) => read(distinct.slice(start, start + mostKeys))));
    return new Map(found.flat());
  };
}

const slept = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
