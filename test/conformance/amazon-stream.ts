import type { StreamingEngine } from "../support/engines/dynamo-engines.ts";
import { streamRecords } from "../support/engines/stream-records.ts";
import { dynamoTable, nextName, type Shape } from "./dynamo-table.ts";
import { changeOf } from "./local-changes.ts";
import type { OpenStream } from "./stream-probe.ts";

/** The stream of a table of Amazon's own engine, read from its horizon. */
export const openAmazonStream =
  ({ client, streams }: StreamingEngine, shape: Shape): OpenStream =>
  async () => {
    const name = nextName();
    const { put, remove } = await dynamoTable(client, { shape, name });
    return {
      put,
      remove,
      read: async () => (await streamRecords(streams, name)).map(changeOf),
      hoursGoBy: () => Promise.reject(new Error("no test waits for hours")),
    };
  };
