import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import dynalite from "dynalite";
import { decisionsTable } from "./decisions-table.ts";
import { startDynamoDbLocal } from "./dynamodb-local.ts";

export const tableName = "decisions";

/** A table engine with an empty table of decisions. */
export interface DynamoEngine {
  readonly client: DynamoDBClient;
  readonly stop: () => Promise<void>;
}

// No engine looks at more of these than their shape.
const anyCaller = { region: "eu-north-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/**
 * DynamoDB on LevelDB, in this process. It knows neither streams nor what stood there when a condition fails.
 * @param path a folder that an earlier one has left: it has the table then. In memory without it
 */
export async function openDynalite({
  path,
  hasTable = false,
}: {
  readonly path?: string;
  readonly hasTable?: boolean;
} = {}): Promise<DynamoEngine> {
  const server = dynalite({
    ...(path === undefined ? {} : { path }),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("dynalite listens on no port");
  const client = new DynamoDBClient({ ...anyCaller, endpoint: `http://127.0.0.1:${address.port}` });
  const { StreamSpecification: _noStreams, ...shape } = decisionsTable();
  if (!hasTable) {
    await client.send(
      new CreateTableCommand({ ...shape, TableName: tableName, BillingMode: "PAY_PER_REQUEST" }),
    );
    while (!(await isActive(client)));
  }
  const stop = (): Promise<void> => {
    client.destroy();
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  return { client, stop };
}

async function isActive(client: DynamoDBClient): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  return Table?.TableStatus === "ACTIVE";
}

export interface StreamingEngine extends DynamoEngine {
  readonly streams: DynamoDBStreamsClient;
}

/** Amazon's own engine, with the table's stream. */
export async function openDynamoDbLocal(): Promise<StreamingEngine> {
  const { agent, stop } = await startDynamoDbLocal();
  const way = { ...anyCaller, endpoint: "http://dynamodb.local", requestHandler: { httpAgent: agent } };
  const client = new DynamoDBClient(way);
  const streams = new DynamoDBStreamsClient(way);
  await client.send(
    new CreateTableCommand({ ...decisionsTable(), TableName: tableName, BillingMode: "PAY_PER_REQUEST" }),
  );
  return {
    client,
    streams,
    stop: async () => {
      client.destroy();
      streams.destroy();
      await stop();
    },
  };
}
