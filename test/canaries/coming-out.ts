import { DynamoDBClient, ListTablesCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { RunningSystem } from "@hemvist/local";
import { type Place, places } from "./release-table.ts";

/** Something that came out, and whose it is where it is a party's. */
export interface Out {
  readonly place: Place;
  readonly value: unknown;
  /** The party that reads it, if it is one's own. */
  readonly reader?: string;
}

/** All that lies where hemvist puts things, when a run is over. Its queues are empty after. */
export async function lying(system: RunningSystem): Promise<readonly Out[]> {
  const outsider = system.clientFor("a-tester");
  return [
    ...system.logs.map(({ line }) => ({
      place: line.includes('"_aws"') ? places.metrics : places.log,
      value: line,
    })),
    ...(await onQueues(system, new SQSClient(outsider))),
    ...(await inTables(new DynamoDBClient(outsider))),
    ...(await inBuckets(new S3Client({ ...outsider, forcePathStyle: true }))),
  ];
}

async function onQueues(system: RunningSystem, sqs: SQSClient): Promise<readonly Out[]> {
  const found: Out[] = [];
  for (const queue of system.queueNames()) found.push(...(await takenFrom(queue, { system, sqs })));
  return found;
}

/** Takes everything off a queue: a group shows no further message while one of it is held. */
export async function takenFrom(
  queue: string,
  { system, sqs }: { readonly system: RunningSystem; readonly sqs: SQSClient },
): Promise<readonly Out[]> {
  const QueueUrl = system.queueUrl(queue);
  const found: Out[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ["All"],
        MessageAttributeNames: ["All"],
      }),
    );
    if (Messages.length === 0) return found;
    for (const { Body, Attributes, MessageAttributes } of Messages)
      found.push(
        { ...placeOf(queue), value: Body },
        { place: places.attributes, value: { Attributes, MessageAttributes } },
      );
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
}

function placeOf(queue: string): Pick<Out, "place" | "reader"> {
  const [, traffic = "", party = "", dead] = /^(\w+)-([\w-]+?)(-dlq)?(?:\.fifo)?$/.exec(queue) ?? [];
  const isOutgoing = traffic === "inbox" || traffic === "assignments";
  if (dead !== undefined) return { place: isOutgoing ? places.deadOutgoing : places.deadLetters };
  if (traffic === "inbox") return { place: places.ownInbox, reader: party };
  return traffic === "assignments"
    ? { place: places.assignments, reader: party }
    : { place: places.incoming };
}

async function inTables(dynamo: DynamoDBClient): Promise<readonly Out[]> {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const all = await Promise.all(
    TableNames.map(async (TableName) => {
      const { Items = [] } = await dynamo.send(new ScanCommand({ TableName }));
      return Items.map((value) => ({ place: `the table \`${TableName}\``, value }));
    }),
  );
  return all.flat();
}

/** By what a bucket's name says it is for. One that is new has no row in the release table, so nothing may be in it. */
async function inBuckets(s3: S3Client): Promise<readonly Out[]> {
  const found: Out[] = [];
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  for (const { Name: Bucket = "" } of Buckets) {
    const place = bucketPlaces.find(([part]) => Bucket.includes(part))?.[1] ?? `the bucket \`${Bucket}\``;
    let token: string | undefined;
    do {
      const listed = await s3.send(
        new ListObjectsV2Command({ Bucket, ...(token === undefined ? {} : { ContinuationToken: token }) }),
      );
      for (const { Key } of listed.Contents ?? []) {
        const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        found.push({ place, value: { Key, Metadata, body: await Body?.transformToByteArray() } });
      }
      token = listed.NextContinuationToken;
    } while (token !== undefined);
  }
  return found;
}

const bucketPlaces = [
  ["access-log", places.accessLog],
  ["failed-records", places.failed],
  ["journal", places.journal],
  ["reports", places.reports],
] as const;
