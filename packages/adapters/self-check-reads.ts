import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { CaseStore, SentMessages } from "@hemvist/casework";
import { inBucket } from "./bucket.ts";
import { callLimits } from "./call-limits.ts";
import type { QueueUrls } from "./queue-addresses.ts";
import type { Seal } from "./seal.ts";

/** One read of what a setting names. It finds nothing, changes nothing, and rejects if there is nothing to read. */
type Read = () => Promise<unknown>;

/** In every key that is looked up here: no administration has that code, and no pseudonym that length. */
export const noKey = "self-check";

/** Each way to look into the table of decisions and its indexes, by keys that no decision has. */
export const caseReads = (cases: CaseStore) => ({
  decisions: () => cases.find({ administration: noKey, decisionId: noKey }),
  // Before anything was ever due.
  due: () => cases.due("1970-01-01T00:00:00Z"),
  person: () => cases.ofPerson(noKey),
  case: () => cases.ofCase(noKey),
});

/** Whether the key of the records may be derived. Nothing is stored. */
export const sealRead =
  (seal: Seal): Read =>
  () =>
    seal.close("", { pk: noKey, version: 0 });

/** Whether what hand-off remembers may be read. */
export const sentRead =
  (sentMessages: Pick<SentMessages, "deliveredAt">): Read =>
  () =>
    sentMessages.deliveredAt([`${noKey}.${noKey}.${noKey}`]);

/** Whether a table may be read whole: it asks for a count, and no record comes back. */
export const scanRead =
  (table: string, client = new DynamoDBClient(callLimits)): Read =>
  () =>
    client.send(new ScanCommand({ TableName: table, Limit: 1, Select: "COUNT" }));

/** Whether a bucket may be listed: it asks for one name, and reads no object. */
export const bucketRead =
  (bucket: string, client = new S3Client({ ...callLimits, forcePathStyle: true })): Read =>
  () =>
    client.send(new ListObjectsV2Command({ ...inBucket(bucket), MaxKeys: 1 }));

/** The queue of that name is another one than the URL says: one of another account, for instance. */
class QueueElsewhere extends Error {
  override readonly name = "QueueElsewhere";
}

/** Whether each queue exists. It sends nothing, because a test message would be a message to a party. */
export const queueReads = (
  urls: QueueUrls,
  client = new SQSClient(callLimits),
): Readonly<Record<string, () => Promise<void>>> =>
  Object.fromEntries(
    Object.entries(urls).map(([queue, url]) => [
      queue,
      async () => {
        const { pathname } = new URL(url);
        const QueueName = pathname.split("/").at(-1);
        const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
        // The account and the name. The host is not compared: SQS has had several forms of it.
        if (QueueUrl === undefined || new URL(QueueUrl).pathname !== pathname)
          throw new QueueElsewhere(queue);
      },
    ]),
  );
