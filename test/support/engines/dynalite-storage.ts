import { createRequire } from "node:module";
import type { Item } from "../../../packages/adapters/case-item.ts";
import { tableName } from "./dynamo-engines.ts";

/** What dynalite stores: a value of bytes is Base64. */
type Stored = Readonly<Record<string, { readonly S?: string; readonly N?: string; readonly B?: string }>>;
interface Put {
  readonly type: "put";
  readonly key: string;
  readonly value: Stored;
}
interface Part {
  batch(puts: readonly Put[], done: Done<void>): void;
}
interface Table {
  readonly GlobalSecondaryIndexes: readonly object[];
}
interface Storage {
  readonly db: { close(done: Done<void>): void };
  getTable(name: string, done: Done<Table>): void;
  getItemDb(table: string): Part;
  getIndexDb(kind: "Global", table: string, index: string): Part;
}
interface Dynalite {
  create(options: { readonly path: string }): Storage;
  createKey(item: Stored, table: Table): string;
  getIndexActions(
    indexes: readonly object[],
    before: undefined,
    item: Stored,
    table: Table,
  ): { readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Stored }[] };
}

const dynalite = createRequire(import.meta.url)("dynalite/db") as Dynalite;
const perBatch = 10_000;

/**
 * Puts items into dynalite's storage without its server, which takes half a millisecond for each. Keys and indexes are
 * made by dynalite's own functions.
 * @param path the folder of a storage that has the table, and that no server uses
 */
export async function putInStorage(path: string, items: Iterable<Item>): Promise<void> {
  const storage = dynalite.create({ path });
  const table = await answered<Table>((done) => storage.getTable(tableName, done));
  for (const batch of inParts(items, perBatch)) {
    const puts = new Map<Part, Put[]>();
    const add = (part: Part, put: Put): void => {
      const known = puts.get(part);
      if (known === undefined) puts.set(part, [put]);
      else known.push(put);
    };
    for (const item of batch) {
      const value = storedForm(item);
      add(storage.getItemDb(tableName), { type: "put", key: dynalite.createKey(value, table), value });
      const { puts: ofIndexes } = dynalite.getIndexActions(
        table.GlobalSecondaryIndexes,
        undefined,
        value,
        table,
      );
      for (const { index, key, item: projected } of ofIndexes)
        add(storage.getIndexDb("Global", tableName, index), { type: "put", key, value: projected });
    }
    for (const [part, ofPart] of puts) await answered((done) => part.batch(ofPart, done));
  }
  await answered((done) => storage.db.close(done));
}

type Done<Answer> = (error?: Error | null, answer?: Answer) => void;

const answered = <Answer>(ask: (done: Done<Answer>) => void): Promise<Answer> =>
  new Promise((resolve, reject) =>
    ask((error, answer) => (error ? reject(error) : resolve(answer as Answer))),
  );

const storedForm = (item: Item): Stored =>
  Object.fromEntries(
    Object.entries(item).map(([name, { B, ...value }]) => [
      name,
      B === undefined ? value : { B: Buffer.from(B).toString("base64") },
    ]),
  );

/** As lists of so many. */
export function* inParts<One>(all: Iterable<One>, size: number): Iterable<readonly One[]> {
  let part: One[] = [];
  for (const one of all) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
