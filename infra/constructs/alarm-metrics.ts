import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { functionNameOf } from "./service-function.ts";

const fiveMinutes = Duration.minutes(5);

/** Metrics by the names of what they measure, which are fixed: nothing need be imported from another stack. */
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

export const messagesIn = (queueName: string): Metric =>
  new Metric({
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
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

/** Stream records that went to S3 because the attempts were over. */
export const setAsideBy = (eventSourceMappingId: string): Metric =>
  new Metric({
    namespace: "AWS/Lambda",
    metricName: "OnFailureDestinationDeliveredEventCount",
    dimensionsMap: { EventSourceMappingUUID: eventSourceMappingId },
    statistic: "Sum",
    period: fiveMinutes,
  });

/** Decisions that are due and that follow-up could not read, in its last runs. */
export const recordsUnreadable = (): Metric =>
  new Metric({
    namespace: "hemvist",
    metricName: "RecordsUnreadable",
    dimensionsMap: { service: "follow-up" },
    statistic: "Maximum",
    period: Duration.hours(1),
  });

/** By how many days SoB's yearly review of the model is overdue, as follow-up counts it. */
export const reviewOverdue = (): Metric =>
  new Metric({
    namespace: "hemvist",
    metricName: "ModelReviewOverdueDays",
    dimensionsMap: { service: "follow-up" },
    statistic: "Maximum",
    period: Duration.days(1),
  });
