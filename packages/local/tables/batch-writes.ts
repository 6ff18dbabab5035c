import { type Json, jsonOf, listOf } from "../templates/json.ts";
import { keyOf } from "./item-keys.ts";
import type { Table } from "./tables.ts";
import type { Item } from "./write-units.ts";

/** One put or deletion of a `BatchWriteItem`. */
export interface BatchedWrite {
  readonly table: Table;
  readonly key: Item;
  /** What a put leaves behind; undefined for a deletion. */
  readonly after: Item | undefined;
}

export const batchedWrites = (body: Json, tables: ReadonlyMap<string, Table>): readonly BatchedWrite[] =>
  Object.entries(jsonOf(body["RequestItems"])).flatMap(([name, requests]) => {
    const table = tables.get(name);
    return table === undefined ? [] : listOf(requests).map((request) => batchedWrite(table, jsonOf(request)));
  });

const batchedWrite = (table: Table, { PutRequest, DeleteRequest }: Json): BatchedWrite => {
  const put = PutRequest === undefined ? undefined : jsonOf(jsonOf(PutRequest)["Item"]);
  return { table, key: keyOf(table, put ?? jsonOf(jsonOf(DeleteRequest)["Key"])), after: put };
};
