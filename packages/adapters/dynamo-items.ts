import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { CaseRecord } from "@hemvist/casework";
import { recordOf } from "./case-item.ts";
import { isHeartbeat } from "./dynamo-heartbeat.ts";

/** An item of the decisions' table as it lies there. */
export interface StoredItem {
  /** Its key: `<administration>.<decisionId>`. */
  readonly pk: string;
  /** Undefined where it is no record that this version of the code can read. */
  readonly record: CaseRecord | undefined;
  /** Why it cannot be read. */
  readonly error?: unknown;
}

/** Every decision's item, page by page, in no order; one that cannot be read stops nothing. */
export async function* dynamoItems(
  table: string,
  dynamo = new DynamoDBClient({}),
): AsyncIterable<StoredItem> {
  const client = DynamoDBDocumentClient.from(dynamo);
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    for (const item of Items.filter((each) => !isHeartbeat(each)))
      yield { pk: String(item["pk"]), ...read(item) };
  }
}

function read(item: Readonly<Record<string, unknown>>): Omit<StoredItem, "pk"> {
  try {
    return { record: recordOf(item) };
  } catch (error) {
    return { record: undefined, error };
  }
}
