const docs = "https://docs.aws.amazon.com";
const dynamo = `${docs}/amazondynamodb/latest/developerguide`;
const sqs = `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide`;
const lambda = `${docs}/lambda/latest/dg`;

/** The pages on which AWS says how its platform behaves. */
export const pages = {
  "A put and its condition": `${docs}/amazondynamodb/latest/APIReference/API_Put.html`,
  "Read consistency": `${dynamo}/HowItWorks.ReadConsistency.html`,
  "Sparse indexes": `${dynamo}/bp-indexes-general-sparse-indexes.html`,
  "Paginating query results": `${dynamo}/Query.Pagination.html`,
  BatchWriteItem: `${docs}/goto/WebAPI/dynamodb/BatchWriteItem`,
  Streams: `${dynamo}/Streams.html`,
  "Stream records": `${docs}/goto/WebAPI/streams-dynamodb-2012-08-10/StreamRecord`,
  "Parameters of a stream's mapping": `${lambda}/services-ddb-params.html`,
  "Partial batch responses, streams": `${lambda}/services-ddb-batchfailurereporting.html`,
  "Discarded stream records": `${lambda}/services-dynamodb-errors.html`,
  "FIFO delivery logic": `${sqs}/FIFO-queues-understanding-logic.html`,
  "FIFO key terms": `${sqs}/FIFO-key-terms.html`,
  "Deduplication scope": `${docs}/cdk/api/v2/docs/aws-cdk-lib.aws_sqs.DeduplicationScope.html`,
  "Visibility timeout": `${sqs}/sqs-visibility-timeout.html`,
  DeleteMessage: `${docs}/goto/WebAPI/sqs/DeleteMessage`,
  "Standard queues": `${sqs}/standard-queues.html`,
  "Handles that have expired":
    "https://aws.amazon.com/premiumsupport/knowledge-center/sqs-receipt-handle-error/",
  "Dead-letter queues": `${sqs}/sqs-dead-letter-queues.html`,
  "Dead-letter queue redrive": `${sqs}/sqs-configure-dead-letter-queue-redrive.html`,
  "Message quotas": `${sqs}/quotas-messages.html`,
  "Errors of an SQS event source": `${lambda}/services-sqs-errorhandling.html`,
  "Scaling of an SQS event source": `${lambda}/services-sqs-scaling.html`,
  "Lambda quotas": `${lambda}/gettingstarted-limits.html`,
  "Context attributes of a schedule": `${docs}/scheduler/latest/UserGuide/managing-schedule-context-attributes.html`,
} as const;

export type Page = keyof typeof pages;
