/** What one unit costs, in US dollars before tax, and where that stands. */
export interface Price {
  readonly dollars: number;
  /** How many units the price is for. */
  readonly per: number;
  readonly unit: string;
  /** The region that the source names. */
  readonly of: "eu-north-1" | "us-east-1" | "every region";
  readonly source: string;
}

/** The day on which we read the sources. */
export const pricesReadOn = "2026-11-28";

/**
 * AWS shows most prices of a region only in a browser, or in the price list of an account. We could read neither.
 * `of` says which region's price a source gives. To get Stockholm's own, run `aws pricing get-products --filters
 * Type=TERM_MATCH,Field=regionCode,Value=eu-north-1 --service-code …` and edit this table.
 */
export const prices = {
  writeUnit: {
    dollars: 0.625,
    per: 1_000_000,
    unit: "DynamoDB write request unit",
    of: "us-east-1",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  },
  readUnit: {
    dollars: 0.125,
    per: 1_000_000,
    unit: "DynamoDB read request unit",
    of: "us-east-1",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  },
  tableStorage: {
    dollars: 0.25,
    per: 1,
    unit: "GB stored a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  },
  pointInTimeRecovery: {
    dollars: 0.2,
    per: 1,
    unit: "GB with point-in-time recovery a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  },
  orderedQueueRequest: {
    dollars: 0.5,
    per: 1_000_000,
    unit: "SQS request on a FIFO queue, 64 KB each",
    of: "us-east-1",
    source: "https://cloudburn.io/blog/amazon-sqs-pricing (March 2026)",
  },
  queueRequest: {
    dollars: 0.4,
    per: 1_000_000,
    unit: "SQS request on a standard queue, 64 KB each",
    of: "us-east-1",
    source: "https://cloudburn.io/blog/amazon-sqs-pricing (March 2026)",
  },
  invocation: {
    dollars: 0.2,
    per: 1_000_000,
    unit: "Lambda request",
    of: "us-east-1",
    source: "https://aws.amazon.com/lambda/pricing/ (read 2026-09-20 by api-evangelist/aws-lambda)",
  },
  durableOperation: {
    dollars: 8,
    per: 1_000_000,
    unit: "operation of a durable function",
    of: "us-east-1",
    source: "https://aws.amazon.com/lambda/pricing/ (read 2026-09-20 by api-evangelist/aws-lambda)",
  },
  stateTransition: {
    dollars: 0.025,
    per: 1000,
    unit: "state transition of a standard workflow",
    of: "eu-north-1",
    source: "https://aws.amazon.com/step-functions/pricing/",
  },
  scheduleRun: {
    dollars: 1,
    per: 1_000_000,
    unit: "run of an EventBridge schedule",
    of: "us-east-1",
    source: "https://aws.amazon.com/eventbridge/pricing/",
  },
  gatewayRequest: {
    dollars: 3.5,
    per: 1_000_000,
    unit: "request to a REST API",
    of: "us-east-1",
    source: "https://aws.amazon.com/api-gateway/pricing/",
  },
  keyRequest: {
    dollars: 0.03,
    per: 10_000,
    unit: "request to KMS",
    of: "every region",
    source: "https://aws.amazon.com/kms/pricing/",
  },
  key: {
    dollars: 1,
    per: 1,
    unit: "key of our own a month",
    of: "every region",
    source: "https://aws.amazon.com/kms/pricing/",
  },
  alarm: {
    dollars: 0.1,
    per: 1,
    unit: "alarm a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  composedAlarm: {
    dollars: 0.5,
    per: 1,
    unit: "composed alarm a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  dashboard: {
    dollars: 3,
    per: 1,
    unit: "dashboard a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  metric: {
    dollars: 0.3,
    per: 1,
    unit: "metric of our own a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  logGigabyte: {
    dollars: 0.5,
    per: 1,
    unit: "GB of logs taken in",
    of: "us-east-1",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  logStorage: {
    dollars: 0.03,
    per: 1,
    unit: "GB of logs stored a month",
    of: "us-east-1",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
} as const satisfies Readonly<Record<string, Price>>;

export type Priced = keyof typeof prices;
