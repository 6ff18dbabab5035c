import { isJson, type Json, jsonOf, listOf } from "../templates/json.ts";
import { keyOf } from "./item-keys.ts";
import type { TableEngine } from "./table-engine.ts";
import type { Table } from "./tables.ts";

export interface TableCopies {
  readonly copyOf: (tableName: string) => Promise<readonly Json[]>;
  readonly putInPlace: (tableName: string, items: readonly Json[]) => Promise<void>;
}

/** What a point-in-time restore gives: a table as it was. It passes the change feed by, since its stream is new. */
export const tableCopies = (engine: TableEngine, tables: ReadonlyMap<string, Table>): TableCopies => {
  const call = async (operation: string, body: Json): Promise<Json> => {
    const answer = await engine.call(operation, body);
    if (answer.status !== 200)
      throw new Error(`the table engine refused ${operation}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const copyOf = async (TableName: string): Promise<readonly Json[]> => {
    const items: Json[] = [];
    for (let from: unknown; ; ) {
      const page = await call("Scan", {
        TableName,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      });
      items.push(...listOf(page["Items"]).filter(isJson));
      from = page["LastEvaluatedKey"];
      if (from === undefined) return items;
    }
  };

  return {
    copyOf,
    putInPlace: async (TableName, items) => {
      const table = tables.get(TableName);
      if (table === undefined) throw new Error(`the template declares no table ${TableName}`);
      for (const item of await copyOf(TableName))
        await call("DeleteItem", { TableName, Key: keyOf(table, item) });
      for (const Item of items) await call("PutItem", { TableName, Item: jsonOf(Item) });
    },
  };
};
