import { type Json, jsonOf, listOf, textOf } from "../templates/json.ts";
import { batchedWrites } from "./batch-writes.ts";
import type { ChangeFeed } from "./change-feed.ts";
import { keyOf, nameOfItem } from "./item-keys.ts";
import { isRead, readCounted } from "./read-units.ts";
import type { EngineAnswer, TableEngine } from "./table-engine.ts";
import type { Table } from "./tables.ts";
import { createTurns } from "./turns.ts";
import { type Images, type Item, imagesOf, writeUnits } from "./write-units.ts";

export interface TableAnswer extends EngineAnswer {
  readonly writeUnits: number;
  readonly readUnits: number;
}

/**
 * DynamoDB as a caller sees it: the engine, and what the engine lacks. Writes to one item go one after the other,
 * each with what stood before and after it, which gives the change feed its images in order, a failed condition its
 * item, and the write its cost.
 */
export const createTableCalls = ({
  tables,
  engine,
  feed,
}: {
  readonly tables: ReadonlyMap<string, Table>;
  readonly engine: TableEngine;
  readonly feed: ChangeFeed;
}): ((operation: string, body: Json) => Promise<TableAnswer>) => {
  const inTurn = createTurns();

  const read = async (table: Table, key: Item): Promise<Item | undefined> => {
    const { body } = await engine.call("GetItem", { TableName: table.name, Key: key, ConsistentRead: true });
    return body["Item"] === undefined ? undefined : jsonOf(body["Item"]);
  };

  const written = async ({ operation, body, table, key }: Write): Promise<Written> => {
    if (operation === "UpdateItem") {
      const before = await read(table, key);
      const answer = await engine.call(operation, body);
      return { answer, images: imagesOf(before, answer.status === 200 ? await read(table, key) : undefined) };
    }
    // A put says itself what stands after it, a deletion that nothing does; what stood before, the engine tells.
    const { ReturnValues: asked, ...request } = body;
    const answer = await engine.call(operation, { ...request, ReturnValues: "ALL_OLD" });
    if (answer.status !== 200) return { answer, images: imagesOf(await read(table, key), undefined) };
    const { Attributes: old, ...rest } = answer.body;
    const after = operation === "PutItem" ? jsonOf(body["Item"]) : undefined;
    return {
      answer: { ...answer, body: asked === "ALL_OLD" ? answer.body : rest },
      images: imagesOf(old === undefined ? undefined : jsonOf(old), after),
    };
  };

  const write = async ({ body, ...rest }: Write): Promise<TableAnswer> => {
    const { table } = rest;
    const { ReturnValuesOnConditionCheckFailure: onFailure, ...request } = body;
    const { answer, images } = await written({ ...rest, body: request });
    if (answer.status === 200) {
      feed.append(table, images);
      return { ...answer, writeUnits: writeUnits(table, images), readUnits: 0 };
    }
    const failed = String(answer.body["__type"]).endsWith("#ConditionalCheckFailedException");
    const { before } = images;
    const shown = failed && onFailure === "ALL_OLD" && before !== undefined ? { Item: before } : {};
    return {
      status: answer.status,
      body: { ...answer.body, ...shown },
      writeUnits: failed ? writeUnits({ ...table, indexes: [] }, images) : 0,
      readUnits: 0,
    };
  };

  const writeBatch = async (body: Json): Promise<TableAnswer> => {
    const writes = batchedWrites(body, tables);
    return inTurn(
      writes.map(({ table, key }) => nameOfItem(table, key)),
      async () => {
        const before = await Promise.all(writes.map(({ table, key }) => read(table, key)));
        // The engine leaves nothing of a batch unprocessed.
        const answer = await engine.call("BatchWriteItem", body);
        const units = writes.map(({ table, after }, index) =>
          writeUnits(table, imagesOf(before[index], after)),
        );
        const all = units.reduce((sum, each) => sum + each, 0);
        return { ...answer, writeUnits: answer.status === 200 ? all : 0, readUnits: 0 };
      },
    );
  };

  return async (operation, body) => {
    const table = tables.get(textOf(body["TableName"]) ?? "");
    if (table !== undefined && isItemWrite(operation)) {
      const key = keyOf(table, jsonOf(body["Key"] ?? body["Item"]));
      return inTurn([nameOfItem(table, key)], () => write({ operation, body, table, key }));
    }
    const refusal = refusalOf({ operation, body, tables });
    if (refusal !== undefined) return { ...refusal, writeUnits: 0, readUnits: 0 };
    if (operation === "BatchWriteItem") return writeBatch(body);
    if (isRead(operation)) return { ...(await readCounted(engine, operation, body)), writeUnits: 0 };
    return { ...(await engine.call(operation, body)), writeUnits: 0, readUnits: 0 };
  };
};

interface Write {
  readonly operation: string;
  readonly body: Json;
  readonly table: Table;
  readonly key: Item;
}

interface Written {
  readonly answer: EngineAnswer;
  readonly images: Images;
}

const isItemWrite = (operation: string): boolean =>
  operation === "PutItem" || operation === "UpdateItem" || operation === "DeleteItem";

/** What would bypass the change feed, or what the engine cannot do, is refused rather than done by halves. */
const refusalOf = ({
  operation,
  body,
  tables,
}: {
  readonly operation: string;
  readonly body: Json;
  readonly tables: ReadonlyMap<string, Table>;
}): EngineAnswer | undefined => {
  const streamed = Object.keys(jsonOf(body["RequestItems"])).filter(
    (name) => tables.get(name)?.streamView !== undefined,
  );
  if (operation === "BatchWriteItem" && streamed.length > 0) {
    return refused(
      `BatchWriteItem on ${streamed.join(", ")}, which has a stream: its change feed would miss the writes`,
    );
  }
  if (/^(Transact|Execute|BatchExecute)/.test(operation)) {
    const names = listOf(body["TransactItems"]).flatMap((entry) => Object.keys(jsonOf(entry)));
    return refused(`${operation} (${names.join(", ")}), which the local table engine does not have`);
  }
  return undefined;
};

const refused = (what: string): EngineAnswer => ({
  status: 400,
  body: { __type: "com.amazon.coral.validate#ValidationException", message: `not run locally: ${what}` },
});
