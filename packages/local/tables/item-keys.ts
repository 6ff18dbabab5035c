import type { Table } from "./tables.ts";
import type { Item } from "./write-units.ts";

export const keyOf = (table: Table, item: Item): Item =>
  Object.fromEntries(table.keys.map((key) => [key, item[key]]));

/** One name for one item, whatever else is written of it. */
export const nameOfItem = (table: Table, key: Item): string => `${table.name} ${JSON.stringify(key)}`;
