import type { Put, Table } from "./table-probe.ts";

/** One record of a table's stream. */
export interface Change {
  readonly sequenceNumber: string;
  readonly id: string;
  /** Of the item as it was written; undefined where the item was removed. */
  readonly version: number | undefined;
}

/** An empty table, and its stream. */
export interface Stream {
  readonly put: (item: Parameters<Table["put"]>[0]) => Promise<Put>;
  readonly remove: (id: string) => Promise<void>;
  /** Everything there is to read by now. */
  readonly read: () => Promise<readonly Change[]>;
  readonly hoursGoBy: (hours: number) => Promise<void>;
}

export type OpenStream = (setting?: {
  /** No reader reads before that many hours have passed. */
  readonly unreadForHours?: number;
}) => Promise<Stream>;

/** A batch of changes as the function gets it. */
export type Batch = readonly Change[];

/** What the function does with it: takes it, dies of it, or says from where the stream must go on. */
export type Answer = "done" | "dies" | { readonly failedFrom: string };

/** An empty table whose changes a function takes. */
export interface StreamSource {
  readonly write: (id: string, version: number) => void;
  /** Until nothing happens any more. */
  readonly rest: () => Promise<void>;
  readonly batches: readonly Batch[];
  /** The most batches that the function was given at the same time. */
  readonly mostAtOnce: () => number;
  /** Given up on, whole. */
  readonly setAside: readonly Change[];
}

export type OpenStreamSource = (setting?: {
  readonly answer?: (batch: Batch, nth: number) => Answer;
  /** How old what is written already is, in hours. */
  readonly hoursOld?: number;
}) => Promise<StreamSource>;
