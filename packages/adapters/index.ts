export { dynamoAllCases } from "./dynamo-all-cases.ts";
export { dynamoCases } from "./dynamo-cases.ts";
export { dynamoItems, type StoredItem } from "./dynamo-items.ts";
export { dynamoReceipts, dynamoReceiptsOf } from "./dynamo-receipts.ts";
export { dynamoSentMessages, sentIsKeptFor } from "./dynamo-sent-messages.ts";
export { kmsPseudonyms } from "./kms-pseudonyms.ts";
export type { QueueUrls } from "./queue-addresses.ts";
export { s3FailedRecords, unreadRecords } from "./s3-failed-records.ts";
export { s3WriteOnce, stsCaller } from "./s3-journal.ts";
export { s3Reports } from "./s3-reports.ts";
export { caseReads, nobody, queueReads, scanRead } from "./self-check-reads.ts";
export { sqsDeadLetters } from "./sqs-dead-letters.ts";
export {
  type Held,
  type HeldLetter,
  type Letter,
  type Letters,
  sqsDepth,
  sqsLetters,
} from "./sqs-letters.ts";
export { sqsOutlet } from "./sqs-outlet.ts";
export { sqsUrls } from "./sqs-urls.ts";
export { outboxOf, type StreamImage } from "./stream-outbox.ts";
