import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import type { CaseRecord } from "@hemvist/casework";
import { callLimits } from "./call-limits.ts";
import { type Item, isUnreadable, recordOf } from "./case-item.ts";
import { isNoDecision } from "./dynamo-heartbeat.ts";
import type { Seal } from "./seal.ts";

/** An item of the decisions' table as it lies there. */
export interface StoredItem {
  /** Its key: `<administration>.<decisionId>`. */
  readonly pk: string;
  /** Undefined where it is no record that this version of the code can read. */
  readonly record: CaseRecord | undefined;
  /** Why it cannot be read. */
  readonly error?: unknown;
}

/**
 * Every decision's item, page by page, in no order; one that cannot be read stops nothing.
 * @param after the key of an item: only those that come after it in the same order
 */
export async function* dynamoItems(
  table: string,
  seal: Seal,
  client = new DynamoDBClient(callLimits),
  after?: string,
): AsyncIterable<StoredItem> {
  const startingToken = after === undefined ? undefined : { pk: { S: after } };
  for await (const { Items = [] } of paginateScan({ client, startingToken }, { TableName: table })) {
    for (const item of Items)
      if (!isNoDecision(item)) yield { pk: item["pk"]?.S ?? "", ...(await read(item, seal)) };
  }
}

async function read(item: Readonly<Item>, seal: Seal): Promise<Omit<StoredItem, "pk">> {
  try {
    return { record: await recordOf(item, seal) };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { record: undefined, error };
  }
}
