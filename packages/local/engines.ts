import type { Services } from "./front/front.ts";
import { createMacKeys } from "./front/mac-keys.ts";
import { createMetricCalls } from "./metrics/metric-calls.ts";
import type { MetricStore } from "./metrics/metric-store.ts";
import { watchQueues } from "./metrics/queue-metrics.ts";
import type { ServiceMetrics } from "./metrics/service-metrics.ts";
import { keysIn } from "./permissions/sealing-keys.ts";
import { createQueueCalls, type QueueCalls } from "./queues/queue-calls.ts";
import { type QueueEngine, startQueueEngine } from "./queues/queue-engine.ts";
import { isQueue, type Queue, readQueue } from "./queues/queues.ts";
import { type ChangeFeed, type ChangeRecord, createChangeFeed } from "./tables/change-feed.ts";
import { createTableCalls } from "./tables/table-calls.ts";
import { tableCopies } from "./tables/table-copies.ts";
import { startTableEngine } from "./tables/table-engine.ts";
import { createTable, isTable, readTable } from "./tables/tables.ts";
import type { Assembly } from "./templates/assembly.ts";
import type { Json } from "./templates/json.ts";
import { everyResource } from "./templates/known-resources.ts";
import type { Resolver } from "./templates/resolver.ts";
import type { VirtualClock } from "./time/virtual-clock.ts";

export interface Engines {
  readonly services: Services;
  readonly queues: readonly Queue[];
  readonly queueCalls: QueueCalls;
  readonly queueEngine: QueueEngine;
  readonly feed: ChangeFeed;
  /** A table's items, to be given back to it as they were. */
  readonly copyOf: (tableName: string) => Promise<readonly Json[]>;
  /** Puts items in the place of a table's own. No change feed has it. */
  readonly putInPlace: (tableName: string, items: readonly Json[]) => Promise<void>;
  /** Looks at what lies on the queues, for their metrics. */
  readonly lookAtQueues: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the template's tables, queues, buckets and keys. */
export const startEngines = async ({
  assembly,
  resolver,
  region,
  endpoint,
  clock,
  store,
  measured,
  onChange,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly region: string;
  readonly endpoint: string;
  readonly clock: VirtualClock;
  readonly store: MetricStore;
  readonly measured: Pick<ServiceMetrics, "tableCalled">;
  readonly onChange: (record: ChangeRecord) => void;
}): Promise<Engines> => {
  const resources = everyResource(assembly);
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const queues = resources.filter(isQueue).map((resource) => readQueue(resource, resolver));
  const buckets = ofType("AWS::S3::Bucket").map(resolver.names.nameOf);
  const tables = resources.filter(isTable).map((resource) => readTable(resource, resolver));
  // KMS makes a code with a key of that kind only.
  const macKeys = ofType("AWS::KMS::Key")
    .filter(({ properties }) => properties["KeyUsage"] === "GENERATE_VERIFY_MAC")
    .map((key) => resolver.names.attribute(key, "Arn"));

  const [queueEngine, tableEngine] = await Promise.all([
    startQueueEngine({ region, queues, buckets }),
    startTableEngine(),
  ]);
  await Promise.all(
    resources.filter(isTable).map((resource) => createTable({ resource, resolver, engine: tableEngine })),
  );
  const feed = createChangeFeed({ region, now: clock.now, onChange });
  const { calls: queueCalls, look } = watchQueues({
    calls: createQueueCalls({ engine: queueEngine, queues, endpoint, clock }),
    engine: queueEngine,
    queues,
    clock,
    store,
  });
  const byName = new Map(tables.map((table) => [table.name, table]));

  const table = createTableCalls({ tables: byName, engine: tableEngine, feed });

  return {
    services: {
      table: async (operation, body) => {
        const answer = await table(operation, body);
        measured.tableCalled(operation, body, answer);
        return answer;
      },
      queue: queueCalls.call,
      mac: createMacKeys(keysIn(assembly, resolver).filter(({ arn }) => macKeys.includes(arn))),
      objects: queueEngine.objects,
      metric: createMetricCalls({ store, look, clock }),
    },
    queues,
    queueCalls,
    queueEngine,
    feed,
    ...tableCopies(tableEngine, byName),
    lookAtQueues: look,
    stop: async () => {
      queueCalls.stop();
      await Promise.all([queueEngine.stop(), tableEngine.stop()]);
    },
  };
};
