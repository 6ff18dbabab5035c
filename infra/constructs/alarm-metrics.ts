import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { functionNameOf } from "./service-function.ts";

// Metrics are found by the names of what they measure, which are fixed: nothing is imported from another stack.

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
 * How often a function has run. Lambda tells nothing of a function that does not run, so what is missing counts as no
 * run. A deployment runs each function once, to check itself: a new stage does not begin with this at nought.
 */
export const runsOf = (name: string, period: Duration): IMetric =>
  new MathExpression({
    label: `Runs of ${name}`,
    expression: "FILL(runs, 0)",
    usingMetrics: { runs: ofFunction(name, { metricName: "Invocations", statistic: "Sum", period }) },
    period,
  });

/** What a function itself counts: `count` in packages/runtime/log.ts. */
export const countedBy = (name: string, metricName: string, period = fiveMinutes): Metric =>
  new Metric({
    namespace: "hemvist",
    metricName,
    dimensionsMap: { service: name },
    statistic: "Sum",
    period,
  });

export const messagesIn = (queueName: string): Metric =>
  ofQueue(queueName, "ApproximateNumberOfMessagesVisible");

/** By how many messages a queue has grown since five minutes ago. */
export const growthOf = (queueName: string): IMetric =>
  new MathExpression({
    label: `Growth of ${queueName}`,
    expression: "DIFF(FILL(messages, 0))",
    usingMetrics: { messages: messagesIn(queueName) },
    period: fiveMinutes,
  });

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

export const answeredWithFault = (apiName: string): Metric =>
  new Metric({
    namespace: "AWS/ApiGateway",
    metricName: "5XXError",
    dimensionsMap: { ApiName: apiName },
    statistic: "Sum",
    period: fiveMinutes,
  });

/**
 * Stream records that went to S3 because the attempts were over. Lambda counts them by the id of the mapping, which is
 * another one once a restored table has taken the place of the former. So this asks for all mappings: only a stream's
 * has such a place for what it gives up.
 */
export const setAsideByStreams = (): IMetric =>
  new MathExpression({
    label: "Records set aside",
    expression:
      'SELECT SUM(OnFailureDestinationDeliveredEventCount) FROM SCHEMA("AWS/Lambda", EventSourceMappingUUID)',
    period: fiveMinutes,
  });

/**
 * By how many days SoB's yearly review of the model is overdue, as follow-up counts it; on the first day of a month
 * only, so that the alarm sounds once a month and is not red from the first deployment until SoB has met.
 */
export const reviewOverdueThisMonth = (): IMetric =>
  new MathExpression({
    label: "Days that the review is overdue",
    expression: "IF(DATE(days) == 1, days, 0)",
    usingMetrics: {
      days: new Metric({
        namespace: "hemvist",
        metricName: "ModelReviewOverdueDays",
        dimensionsMap: { service: "follow-up" },
        statistic: "Maximum",
        period: Duration.days(1),
      }),
    },
    period: Duration.days(1),
  });
