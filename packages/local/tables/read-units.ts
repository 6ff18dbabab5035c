import { type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import type { EngineAnswer, TableEngine } from "./table-engine.ts";

export const isRead = (operation: string): boolean =>
  ["GetItem", "BatchGetItem", "Query", "Scan"].includes(operation);

/**
 * Reads, and counts the read units of it. The engine says what it consumed. It knows what it looked at, while its
 * answer may leave out items (a filter), attributes (a projection), or all of them (a count).
 *
 * > GetItem: … take the item size and round it up to the next 4 KB boundary. This is the number of read units required
 * > if you specified a strongly consistent read. For an eventually consistent read, which is the default, divide this
 * > number by two.
 * > BatchGetItem: … DynamoDB processes each item in the batch as an individual `GetItem` request.
 * > Query: … All items returned are treated as a single read operation, where DynamoDB computes the total size of all
 * > items and then rounds up to the next 4 KB boundary.
 * > Scan: … DynamoDB considers the size of the items that are evaluated, not the size of the items returned by the scan.
 * > If you perform a read operation on an item that doesn't exist, DynamoDB will still consume read throughput.
 * > Amazon DynamoDB Developer Guide, "Capacity unit consumption for read operations"
 */
export const readCounted = async (
  engine: TableEngine,
  operation: string,
  body: Json,
): Promise<EngineAnswer & { readonly readUnits: number }> => {
  const asked = textOf(body["ReturnConsumedCapacity"]) ?? "NONE";
  const answer = await engine.call(operation, {
    ...body,
    ReturnConsumedCapacity: asked === "NONE" ? "TOTAL" : asked,
  });
  if (answer.status !== 200) return { ...answer, readUnits: 0 };
  const { ConsumedCapacity: consumed, ...rest } = answer.body;
  const units = (Array.isArray(consumed) ? listOf(consumed) : [consumed])
    .map((each) => numberOf(jsonOf(each)["CapacityUnits"]) ?? 0)
    .reduce((sum, each) => sum + each, 0);
  // The engine reads every scan as an eventually consistent one.
  const isTwice = operation === "Scan" && body["ConsistentRead"] === true;
  return {
    status: answer.status,
    body: asked === "NONE" ? rest : answer.body,
    readUnits: Math.max(isTwice ? 2 * units : units, leastUnits(operation, body)),
  };
};

/** The engine counts nothing for a query or a scan that finds nothing. DynamoDB charges its smallest read. */
const leastUnits = (operation: string, { ConsistentRead }: Json): number => {
  if (operation === "BatchGetItem") return 0;
  return ConsistentRead === true ? 1 : 0.5;
};
