import type { TableAnswer } from "../tables/table-calls.ts";
import { type Json, jsonOf, textOf } from "../templates/json.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { MetricStore } from "./metric-store.ts";

/** How an invocation went. */
export interface Invoked {
  readonly functionName: string;
  readonly succeeded: boolean;
  /** Real milliseconds. */
  readonly tookMs: number;
  /** How many invocations of the function ran then, itself included. */
  readonly atOnce: number;
}

/** An answer of the REST API. */
export interface Answered {
  readonly api: string;
  readonly stage: string;
  readonly status: number;
  /** Real milliseconds. */
  readonly tookMs: number;
}

/** What AWS's services measure of what they run, under the names that they give it. */
export interface ServiceMetrics {
  readonly invoked: (invoked: Invoked) => void;
  /** A batch of a stream is given to a function; its last record was written then. */
  readonly streamRead: (functionName: string, lastWrittenAt: Instant) => void;
  /** Records that a stream's mapping gave up, and that were written to its bucket. */
  readonly setAside: (mapping: string, records: number) => void;
  readonly answered: (answered: Answered) => void;
  readonly tableCalled: (operation: string, body: Json, answer: TableAnswer) => void;
}

export const createServiceMetrics = (store: MetricStore, now: () => Instant): ServiceMetrics => {
  const record = (
    namespace: string,
    dimensions: Readonly<Record<string, string>>,
    values: Readonly<Record<string, number>>,
  ): void => {
    for (const [name, value] of Object.entries(values))
      store.record({ namespace, name, dimensions }, now(), [value]);
  };

  return {
    invoked: ({ functionName, succeeded, tookMs, atOnce }) => {
      // No concurrency is limited here, so nothing is ever throttled; Lambda counts 0 then.
      const values = {
        Invocations: 1,
        Errors: succeeded ? 0 : 1,
        Throttles: 0,
        Duration: tookMs,
        ConcurrentExecutions: atOnce,
      };
      record("AWS/Lambda", { FunctionName: functionName }, values);
      record("AWS/Lambda", {}, values);
    },
    streamRead: (FunctionName, lastWrittenAt) =>
      record("AWS/Lambda", { FunctionName }, { IteratorAge: Math.max(0, now() - lastWrittenAt) }),
    setAside: (EventSourceMappingUUID, records) =>
      record("AWS/Lambda", { EventSourceMappingUUID }, { OnFailureDestinationDeliveredEventCount: records }),
    answered: ({ api: ApiName, stage: Stage, status, tookMs }) => {
      const values = {
        Count: 1,
        Latency: tookMs,
        "4XXError": status >= 400 && status < 500 ? 1 : 0,
        "5XXError": status >= 500 ? 1 : 0,
      };
      record("AWS/ApiGateway", { ApiName }, values);
      record("AWS/ApiGateway", { ApiName, Stage }, values);
    },
    tableCalled: (operation, body, { status, body: answer, writeUnits, readUnits }) => {
      const TableName = tableIn(body);
      if (TableName === undefined) return;
      if (writeUnits > 0) record("AWS/DynamoDB", { TableName }, { ConsumedWriteCapacityUnits: writeUnits });
      if (readUnits > 0) record("AWS/DynamoDB", { TableName }, { ConsumedReadCapacityUnits: readUnits });
      if (status === 200 || !throttles.some((type) => textOf(answer["__type"])?.endsWith(type) === true))
        return;
      record("AWS/DynamoDB", { TableName, Operation: operation }, { ThrottledRequests: 1 });
      record(
        "AWS/DynamoDB",
        { TableName },
        readers.includes(operation) ? { ReadThrottleEvents: 1 } : { WriteThrottleEvents: 1 },
      );
    },
  };
};

const throttles = ["ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"];
const readers = ["GetItem", "BatchGetItem", "Query", "Scan"];

const tableIn = (body: Json): string | undefined =>
  textOf(body["TableName"]) ?? Object.keys(jsonOf(body["RequestItems"]))[0];
