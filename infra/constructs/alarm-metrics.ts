import {
  type catalogue,
  type Dimension,
  type EmitterOf,
  type MetricName,
  namespace,
  type ServiceMetric,
} from "@hemvist/runtime/metrics";
import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { functionNameOf } from "./service-function.ts";

// Metrics are found by the names of what they measure, which are fixed: nothing is imported from another stack. None is
// worked out from others: the emulator that the templates are deployed on has no metric math.

const fiveMinutes = Duration.minutes(5);

export const ofFunction = (
  name: string,
  metric: { readonly metricName: string; readonly statistic: "Sum" | "Maximum"; readonly period?: Duration },
): Metric =>
  new Metric({
    namespace: "AWS/Lambda",
    dimensionsMap: { FunctionName: functionNameOf(name) },
    period: fiveMinutes,
    ...metric,
  });

/**
 * How often a function has run. Lambda has no data on a function that does not run, so an alarm on this takes missing
 * data for silence. A deployment runs each function once, for its self-check, so a new stage begins with a run.
 */
export const runsOf = (name: string, period: Duration): Metric =>
  ofFunction(name, { metricName: "Invocations", statistic: "Sum", period });

/** What a function itself counts. */
export const countedBy = <Name extends ServiceMetric>(
  service: EmitterOf<Name>,
  metricName: Name,
  period = fiveMinutes,
): Metric => ours(service, { metricName, statistic: "Sum", period });

/** The largest of what a function itself counts. */
export const largestBy = <Name extends ServiceMetric>(
  service: EmitterOf<Name>,
  metricName: Name,
  period: Duration,
): Metric => ours(service, { metricName, statistic: "Maximum", period });

type Only<D extends Dimension> = { readonly [One in D]: { readonly [Key in One]: string } }[D];

/** A metric that the catalogue declares, under one of its dimensions. CloudWatch finds it under nothing else. */
export const declared = <Name extends MetricName>(
  metricName: Name,
  dimensionsMap: Only<(typeof catalogue)[Name]["by"][number]>,
  how: { readonly statistic: string; readonly period: Duration },
): Metric => new Metric({ namespace, metricName, dimensionsMap, ...how });

const ours = (
  service: string,
  metric: { readonly metricName: ServiceMetric; readonly statistic: string; readonly period: Duration },
): Metric => new Metric({ namespace, dimensionsMap: { service }, ...metric });

export const messagesIn = (queueName: string): Metric =>
  ofQueue(queueName, "ApproximateNumberOfMessagesVisible");

/** In seconds. */
export const oldestIn = (queueName: string): Metric => ofQueue(queueName, "ApproximateAgeOfOldestMessage");

const ofQueue = (queueName: string, metricName: string): Metric =>
  new Metric({
    namespace: "AWS/SQS",
    metricName,
    dimensionsMap: { QueueName: queueName },
    statistic: "Maximum",
    period: fiveMinutes,
  });

export const ofApi = (
  apiName: string,
  metric: {
    readonly metricName: "Count" | "4XXError" | "5XXError" | "Latency";
    readonly statistic: "Sum" | "p50" | "p99";
  },
): Metric =>
  new Metric({
    namespace: "AWS/ApiGateway",
    dimensionsMap: { ApiName: apiName },
    period: fiveMinutes,
    ...metric,
  });

export const answeredWithFault = (apiName: string): Metric =>
  ofApi(apiName, { metricName: "5XXError", statistic: "Sum" });

/** In read or write units. */
export const ofTable = (
  tableName: string,
  metricName: "ConsumedReadCapacityUnits" | "ConsumedWriteCapacityUnits",
): Metric =>
  new Metric({
    namespace: "AWS/DynamoDB",
    metricName,
    dimensionsMap: { TableName: tableName },
    statistic: "Sum",
    period: fiveMinutes,
  });

/** Stream records that went to S3 because the attempts were over. Lambda counts them by the mapping's id alone. */
export const setAsideBy = (eventSourceMappingId: string): Metric =>
  new Metric({
    namespace: "AWS/Lambda",
    metricName: "OnFailureDestinationDeliveredEventCount",
    dimensionsMap: { EventSourceMappingUUID: eventSourceMappingId },
    statistic: "Sum",
    period: fiveMinutes,
  });

/** How many events a rule of EventBridge has matched, in a minute. */
export const matchedBy = (ruleName: string): Metric =>
  new Metric({
    namespace: "AWS/Events",
    metricName: "MatchedEvents",
    dimensionsMap: { RuleName: ruleName },
    statistic: "Sum",
    period: Duration.minutes(1),
  });
