import type { LocalFunction } from "../functions/local-function.ts";
import type { ServiceMetrics } from "../metrics/service-metrics.ts";
import type { QueueCalls } from "../queues/queue-calls.ts";
import type { QueueEngine } from "../queues/queue-engine.ts";
import type { Queue } from "../queues/queues.ts";
import type { ChangeFeed } from "../tables/change-feed.ts";
import type { Assembly, Resource } from "../templates/assembly.ts";
import { isTrue, type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { Instant } from "../time/virtual-clock.ts";
import { failedRecordsObject } from "./failed-records.ts";
import { type Reader, startQueueReader } from "./queue-reader.ts";
import { startStreamReader } from "./stream-reader.ts";

export interface SourceSurroundings {
  readonly functionBehind: (arn: string) => LocalFunction;
  readonly queues: readonly Queue[];
  readonly queueCalls: QueueCalls;
  readonly queueEngine: QueueEngine;
  readonly feed: ChangeFeed;
  readonly region: string;
  readonly retryAfterMs: number;
  readonly now: () => Instant;
  readonly measured: Pick<ServiceMetrics, "streamRead" | "setAside">;
  readonly onTrouble: (trouble: string) => void;
}

/** An event source mapping that runs. */
export interface RunningMapping {
  /** As metrics and AWS's clients name it. */
  readonly id: string;
  readonly functionName: string;
  readonly sourceArn: string;
  readonly reader: Reader;
  /** The queue that it reads; undefined for a stream. */
  readonly queue?: string;
}

/** Starts a reader for each of the template's event source mappings. */
export const startEventSources = ({
  assembly,
  resolver,
  surroundings,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly surroundings: SourceSurroundings;
}): readonly RunningMapping[] => {
  const mappings: RunningMapping[] = [];
  for (const resource of everyResource(assembly)) {
    if (resource.type !== "AWS::Lambda::EventSourceMapping") continue;
    const mapping = resolver.propertiesOf(resource);
    if (mapping["Enabled"] !== undefined && !isTrue(mapping["Enabled"])) continue;
    const arn = textOf(mapping["EventSourceArn"]) ?? "";
    const queue = surroundings.queues.find((known) => known.arn === arn);
    const id = resolver.names.ref(resource);
    const known = { id, functionName: targetOf(mapping, surroundings).name, sourceArn: arn };
    if (queue !== undefined) {
      const reader = queueReader({ mapping, queue, surroundings });
      mappings.push({ ...known, reader, queue: queue.name });
    } else if (arn.includes("/stream/")) {
      mappings.push({
        ...known,
        reader: streamReader({ resource, id, mapping, streamArn: arn, surroundings }),
      });
    } else {
      throw new Error(
        `${resource.logicalId} in ${resource.stack} reads ${arn}, which is no queue or stream here`,
      );
    }
  }
  return mappings;
};

const targetOf = (mapping: Json, { functionBehind }: SourceSurroundings): LocalFunction =>
  functionBehind(textOf(mapping["FunctionName"]) ?? "");

const reportsItemFailures = (mapping: Json): boolean =>
  listOf(mapping["FunctionResponseTypes"]).includes("ReportBatchItemFailures");

const queueReader = ({
  mapping,
  queue,
  surroundings,
}: {
  readonly mapping: Json;
  readonly queue: Queue;
  readonly surroundings: SourceSurroundings;
}): Reader =>
  startQueueReader({
    source: {
      queue,
      batchSize: numberOf(mapping["BatchSize"]) ?? 10,
      reportsItemFailures: reportsItemFailures(mapping),
    },
    target: targetOf(mapping, surroundings),
    calls: surroundings.queueCalls,
    region: surroundings.region,
    retryAfterMs: surroundings.retryAfterMs,
    onTrouble: surroundings.onTrouble,
  });

const streamReader = ({
  resource,
  id,
  mapping,
  streamArn,
  surroundings,
}: {
  readonly resource: Resource;
  /** As metrics name the mapping. */
  readonly id: string;
  readonly mapping: Json;
  readonly streamArn: string;
  readonly surroundings: SourceSurroundings;
}): Reader => {
  const { measured } = surroundings;
  const target = watchedTarget(targetOf(mapping, surroundings), measured);
  const bucket = bucketOf(resource, mapping);
  const { now, onTrouble } = surroundings;
  const reader = startStreamReader({
    source: {
      streamArn,
      batchSize: numberOf(mapping["BatchSize"]) ?? 100,
      bisects: isTrue(mapping["BisectBatchOnFunctionError"]),
      reportsItemFailures: reportsItemFailures(mapping),
      maximumRetries: limitOf(mapping, "MaximumRetryAttempts"),
      maximumAgeMs: 1000 * limitOf(mapping, "MaximumRecordAgeInSeconds"),
    },
    target,
    retryAfterMs: surroundings.retryAfterMs,
    now,
    giveUp: async (givenUp) => {
      onTrouble(
        `${target.name} gave up ${givenUp.records.length} records after ${givenUp.attempts} attempts`,
      );
      if (bucket === undefined) return;
      const object = failedRecordsObject({ givenUp, target, streamArn, now: now() });
      await surroundings.queueEngine.putObject({ bucket, ...object });
      measured.setAside(id, givenUp.records.length);
    },
    onTrouble,
  });
  surroundings.feed.follow(streamArn, reader.take);
  return reader;
};

/** Measures how old each batch is when it is given to the function, by its last record. */
const watchedTarget = (
  target: LocalFunction,
  { streamRead }: Pick<ServiceMetrics, "streamRead">,
): LocalFunction => ({
  ...target,
  invoke: (event) => {
    const written = numberOf(
      jsonOf(jsonOf(listOf(jsonOf(event)["Records"]).at(-1))["dynamodb"])["ApproximateCreationDateTime"],
    );
    if (written !== undefined) streamRead(target.name, written * 1000);
    return target.invoke(event);
  },
});

/** -1 is Lambda's word for no limit. */
const limitOf = (mapping: Json, name: string): number => {
  const limit = numberOf(mapping[name]) ?? -1;
  return limit < 0 ? Number.POSITIVE_INFINITY : limit;
};

const bucketOf = ({ logicalId, stack }: Resource, mapping: Json): string | undefined => {
  const destination = textOf(jsonOf(jsonOf(mapping["DestinationConfig"])["OnFailure"])["Destination"]);
  if (destination === undefined) return undefined;
  const [, bucket] = /^arn:aws:s3:::(.+)$/.exec(destination) ?? [];
  if (bucket === undefined) {
    throw new Error(
      `${logicalId} in ${stack} fails to ${destination}; only a bucket is taught to event-sources.ts`,
    );
  }
  return bucket;
};
