import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { CaseRecord } from "@hemvist/casework";
import { recordOf } from "./case-item.ts";

/**
 * Every record there is, page by page, in no order: what figures are made from. It reads the whole table, so only
 * reports do.
 */
export function dynamoAllCases(
  table: string,
  dynamo = new DynamoDBClient({}),
): () => AsyncIterable<CaseRecord> {
  const client = DynamoDBDocumentClient.from(dynamo);
  return async function* all() {
    for await (const { Items = [] } of paginateScan({ client }, { TableName: table }))
      yield* Items.map(recordOf);
  };
}
