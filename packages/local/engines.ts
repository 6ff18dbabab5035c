import type { Assembly } from "./assembly.ts";
import { type ChangeFeed, type ChangeRecord, createChangeFeed } from "./change-feed.ts";
import type { Services } from "./front.ts";
import { everyResource } from "./known-resources.ts";
import { createMacKeys } from "./mac-keys.ts";
import { createQueueCalls, type QueueCalls } from "./queue-calls.ts";
import { type QueueEngine, startQueueEngine } from "./queue-engine.ts";
import { isQueue, type Queue, readQueue } from "./queues.ts";
import type { Resolver } from "./resolver.ts";
import { createTableCalls } from "./table-calls.ts";
import { startTableEngine } from "./table-engine.ts";
import { createTable, isTable, readTable } from "./tables.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface Engines {
  readonly services: Services;
  readonly queues: readonly Queue[];
  readonly queueCalls: QueueCalls;
  readonly queueEngine: QueueEngine;
  readonly feed: ChangeFeed;
  readonly stop: () => Promise<void>;
}

/** Starts the template's tables, queues, buckets and keys. */
export const startEngines = async ({
  assembly,
  resolver,
  region,
  endpoint,
  clock,
  onChange,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly region: string;
  readonly endpoint: string;
  readonly clock: VirtualClock;
  readonly onChange: (record: ChangeRecord) => void;
}): Promise<Engines> => {
  const resources = everyResource(assembly);
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const queues = resources.filter(isQueue).map((resource) => readQueue(resource, resolver));
  const buckets = ofType("AWS::S3::Bucket").map(resolver.names.nameOf);
  const tables = resources.filter(isTable).map((resource) => readTable(resource, resolver));
  // KMS makes a code with a key of that kind only.
  const macKeys = ofType("AWS::KMS::Key").filter(
    ({ properties }) => properties["KeyUsage"] === "GENERATE_VERIFY_MAC",
  );

  const [queueEngine, tableEngine] = await Promise.all([
    startQueueEngine({ region, queues, buckets }),
    startTableEngine(),
  ]);
  await Promise.all(
    resources.filter(isTable).map((resource) => createTable({ resource, resolver, engine: tableEngine })),
  );
  const feed = createChangeFeed({ region, now: clock.now, onChange });
  const queueCalls = createQueueCalls({ engine: queueEngine, queues, endpoint, clock });
  const byName = new Map(tables.map((table) => [table.name, table]));

  return {
    services: {
      table: createTableCalls({ tables: byName, engine: tableEngine, feed }),
      queue: queueCalls.call,
      mac: createMacKeys(macKeys.map((key) => resolver.names.attribute(key, "Arn"))),
      objects: queueEngine.objects,
    },
    queues,
    queueCalls,
    queueEngine,
    feed,
    stop: async () => {
      queueCalls.stop();
      await Promise.all([queueEngine.stop(), tableEngine.stop()]);
    },
  };
};
