export { type AccessChecks, accessChecks, openedAccess } from "./access-log/access-checks.ts";
export { accessWeeks } from "./access-log/access-weeks.ts";
export { s3AccessLog } from "./access-log/s3-access-log.ts";
export { type WriteOnceObjects, writeOnceObjects } from "./access-log/write-once-objects.ts";
export { isUnreadable } from "./case-item.ts";
export { kmsDerivedKeys } from "./derived-keys.ts";
export { dynamoCases } from "./dynamo-cases.ts";
export { dynamoHeard } from "./dynamo-heard.ts";
export { dynamoHeartbeat, isDecision } from "./dynamo-heartbeat.ts";
export { dynamoItems, type StoredItem } from "./dynamo-items.ts";
export { dynamoReseal, type Resealed } from "./dynamo-reseal.ts";
export { dynamoSentMessages } from "./dynamo-sent-messages.ts";
export { dynamoSetAside, type SetAside } from "./dynamo-set-aside.ts";
export type { IdMarks } from "./id-marks.ts";
export { kmsClient } from "./kms-client.ts";
export { kmsPseudonyms } from "./kms-pseudonyms.ts";
export { type FunctionCheck, lambdaSelfChecks } from "./lambda-self-checks.ts";
export type { Held, HeldLetter, Letter, Letters } from "./letters.ts";
export { kmsMessageSigner, type MessageSigner, type PublishedKeys } from "./message-signer.ts";
export type { QueueUrls } from "./queue-addresses.ts";
export { type GivenUp, s3FailedRecords, unreadRecords } from "./s3-failed-records.ts";
export { s3WriteOnce } from "./s3-write-once.ts";
export { kmsSeal, type Seal, sealedWith } from "./seal.ts";
export { byRecordKey, sealedRecords } from "./sealed-records.ts";
export {
  bucketRead,
  caseReads,
  noKey,
  queueReads,
  scanRead,
  sealRead,
  sentRead,
} from "./self-check-reads.ts";
export { sentIsKeptFor } from "./sent-items.ts";
export { signedOutlet } from "./signed-outlet.ts";
export { sqsDeadLetters } from "./sqs-dead-letters.ts";
export { sqsDepth, sqsLetters } from "./sqs-letters.ts";
export { sqsOutlet } from "./sqs-outlet.ts";
export { sqsUrls } from "./sqs-urls.ts";
export { outboxOf, type StreamImage } from "./stream-outbox.ts";
