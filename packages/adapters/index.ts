export { dynamoAllCases } from "./dynamo-all-cases.ts";
export { dynamoCases } from "./dynamo-cases.ts";
export { dynamoReceipts } from "./dynamo-receipts.ts";
export { kmsPseudonyms } from "./kms-pseudonyms.ts";
export type { QueueUrls } from "./queue-addresses.ts";
export { s3Reports } from "./s3-reports.ts";
export { sqsDeadLetters } from "./sqs-dead-letters.ts";
export { sqsOutlet } from "./sqs-outlet.ts";
export { outboxOf, type StreamImage } from "./stream-outbox.ts";
