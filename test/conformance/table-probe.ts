/** As much of an item as the behaviours of a table are about. */
export interface Item {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  /** In the index only where it is set. */
  readonly dueAt?: string;
}

/** `written`, or refused: by its condition, with what stands there if the engine says so, or for its size. */
export type Put = "written" | "too large" | { readonly standing: Item | undefined };

/** An empty table. */
export interface Table {
  /** The first version on condition that nothing stands, any other on condition that the one before it does. */
  readonly put: (item: Item) => Promise<Put>;
  /** With a consistent read. */
  readonly find: (id: string) => Promise<Item | undefined>;
  /** Ids, as the index orders them. */
  readonly due: (until: string) => Promise<readonly string[]>;
}

export type OpenTable = () => Promise<Table>;

/** What the adapters see of DynamoDB and nothing above them. */
export interface TableCalls extends Table {
  readonly remove: (id: string) => Promise<void>;
  /** The ids that each page of the index holds, of `limit` at most. */
  readonly duePages: (until: string, limit: number) => Promise<readonly (readonly string[])[]>;
  /** How many items each page of a scan holds. */
  readonly scanPages: () => Promise<readonly number[]>;
  /** How many were written, in one call; undefined where the call was refused. */
  readonly putMany: (ids: readonly string[]) => Promise<number | undefined>;
}

export type OpenTableCalls = () => Promise<TableCalls>;
