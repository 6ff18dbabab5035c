import { BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { NotAllKept } from "@hemvist/casework";
import type { Item } from "./case-item.ts";

/** DynamoDB takes 25 items in one call. */
const batchSize = 25;

/** Ours: hand-off has a minute in all, and what it sent must not be sent again for the sake of this. */
const patience = { pauses: 8, firstMs: 50, longestMs: 1000 };

interface WriteAll {
  readonly table: string;
  readonly items: readonly Item[];
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

/**
 * Writes items, however many. DynamoDB may leave out some of a batch: those are tried again, after a pause that grows
 * as long as any are left out. A batch that fails whole holds back no other.
 *
 * @throws NotAllKept with how many are not written, when the pauses are used up
 */
export async function writeAll(
  client: DynamoDBClient,
  { table, items, pause = slept }: WriteAll,
): Promise<void> {
  let waiting = [...items];
  let [pauses, inARow] = [0, 0];
  let why: unknown;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, batchSize);
    const { left, error } = await written(client, { table, batch });
    waiting = [...waiting.slice(batchSize), ...left];
    why = error ?? why;
    if (left.length === 0) {
      inARow = 0;
      continue;
    }
    if (pauses === patience.pauses) throw new NotAllKept(waiting.length, why);
    await pause(Math.min(patience.firstMs * 2 ** inARow, patience.longestMs));
    pauses += 1;
    inARow += 1;
  }
}

type Items = WriteAll["items"];

/** One call, and what of its batch must be tried again. */
async function written(
  client: DynamoDBClient,
  { table, batch }: { readonly table: string; readonly batch: Items },
): Promise<{ readonly left: Items; readonly error?: unknown }> {
  const puts = batch.map((Item) => ({ PutRequest: { Item } }));
  try {
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: puts } }),
    );
    return {
      left: (UnprocessedItems[table] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item ? [PutRequest.Item] : [],
      ),
    };
  } catch (error) {
    return { left: batch, error };
  }
}

const slept = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
