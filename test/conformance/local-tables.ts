import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { ChangeRecord } from "../../packages/local/tables/change-feed.ts";
import { clientOf, type Shape } from "./dynamo-table.ts";
import { changeOf } from "./local-changes.ts";
import { startLocalPlatform } from "./local-platform.ts";
import type { OpenStream } from "./stream-probe.ts";
import type { TableCalls } from "./table-probe.ts";

type AtEnd = (stop: () => Promise<void>) => void;

async function aTable({ StreamSpecification, ...shape }: Shape, { isStreaming = false } = {}) {
  const Properties = { TableName: "table", ...shape, ...(isStreaming ? { StreamSpecification } : {}) };
  const platform = await startLocalPlatform({ Table: { Type: "AWS::DynamoDB::Table", Properties } });
  return { platform, table: clientOf(new DynamoDBClient(platform.way), "table") };
}

/** A table of the local run, as any client reaches it. */
export const openLocalTable = (shape: Shape, atEnd: AtEnd) => async (): Promise<TableCalls> => {
  const { platform, table } = await aTable(shape);
  atEnd(platform.stop);
  return table;
};

/** And with its change feed. */
export const openLocalStream =
  (shape: Shape, atEnd: AtEnd): OpenStream =>
  async ({ unreadForHours = 0 } = {}) => {
    const { platform, table } = await aTable(shape, { isStreaming: true });
    atEnd(platform.stop);
    const records: ChangeRecord[] = [];
    const arn = `arn:aws:dynamodb:${platform.region}:000000000000:table/table/stream/local`;
    const follow = (): void => platform.engines.feed.follow(arn, (record) => records.push(record));
    if (unreadForHours === 0) follow();
    return {
      put: table.put,
      remove: table.remove,
      hoursGoBy: () => Promise.reject(new Error("no test waits for hours")),
      read() {
        if (unreadForHours > 0) follow();
        return Promise.resolve(records.map(changeOf));
      },
    };
  };
