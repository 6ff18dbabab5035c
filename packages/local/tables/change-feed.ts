import { isDeepStrictEqual } from "node:util";
import type { Instant } from "../time/virtual-clock.ts";
import type { Table } from "./tables.ts";
import type { Images, Item } from "./write-units.ts";

/** A record as Lambda hands it over. */
export interface ChangeRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventVersion: "1.1";
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    /** Seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
}

export interface ChangeFeed {
  /** Tells the table's readers; a write that changed nothing is not a change. */
  readonly append: (table: Table, images: Images) => void;
  readonly follow: (streamArn: string, reader: (record: ChangeRecord) => void) => void;
}

/** The streams of all tables. Order is the order of `append`, which the writer keeps per item. */
export const createChangeFeed = (setting: {
  readonly region: string;
  readonly now: () => Instant;
  readonly onChange?: (record: ChangeRecord) => void;
}): ChangeFeed => {
  const readers = new Map<string, ((record: ChangeRecord) => void)[]>();
  let sequence = 0;

  const append = (table: Table, images: Images): void => {
    if (table.streamView === undefined || isDeepStrictEqual(images.before, images.after)) return;
    sequence += 1;
    const record = recordOf({ table, images, view: table.streamView, sequence, ...setting });
    setting.onChange?.(record);
    for (const reader of readers.get(table.streamArn) ?? []) reader(record);
  };

  const follow = (streamArn: string, reader: (record: ChangeRecord) => void): void => {
    readers.set(streamArn, [...(readers.get(streamArn) ?? []), reader]);
  };

  return { append, follow };
};

const recordOf = ({
  table,
  images: { before, after },
  view,
  sequence,
  region,
  now,
}: {
  readonly table: Table;
  readonly images: Images;
  readonly view: string;
  readonly sequence: number;
  readonly region: string;
  readonly now: () => Instant;
}): ChangeRecord => {
  const Keys = Object.fromEntries(table.keys.map((key) => [key, (after ?? before)?.[key]]));
  const images = {
    ...(after === undefined || !view.startsWith("NEW") ? {} : { NewImage: after }),
    ...(before === undefined || !view.includes("OLD") ? {} : { OldImage: before }),
  };
  return {
    eventID: sequence.toString(16).padStart(32, "0"),
    eventName: before === undefined ? "INSERT" : after === undefined ? "REMOVE" : "MODIFY",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: region,
    eventSourceARN: table.streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now() / 1000),
      Keys,
      ...images,
      SequenceNumber: sequence.toString().padStart(21, "0"),
      SizeBytes: Buffer.byteLength(JSON.stringify({ Keys, ...images })),
      StreamViewType: view,
    },
  };
};
