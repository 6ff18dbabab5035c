import { Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Effect, type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { IConstruct } from "constructs";

/**
 * What functions and people may do, action by action. The CDK's own grants are wider: they have wildcards, the whole table instead
 * of an index, and deletion where hemvist deletes nothing.
 */

/** A caller that asks for a queue by its name learns that it exists, and nothing of its messages. */
export const mayFind = (who: IGrantable, queues: readonly IQueue[]): void => {
  for (const queue of queues) queue.grant(who, "sqs:GetQueueUrl");
};

export const maySend = (who: IGrantable, queues: readonly IQueue[]): void => {
  for (const queue of queues) {
    queue.grant(who, "sqs:SendMessage");
    queue.encryptionMasterKey?.grant(who, "kms:Decrypt", "kms:GenerateDataKey");
  }
};

export const mayRead = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:GetItem"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt");
};

export const mayReadAndWrite = (who: IGrantable, table: TableV2): void => {
  mayRead(who, table);
  allow(who, ["dynamodb:PutItem"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Encrypt", "kms:GenerateDataKey");
};

/** Changes an attribute of an item that is there. */
export const mayUpdate = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:UpdateItem"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
};

/** Writes many at a time. Nothing depends on what hand-off remembers. */
export const mayKeepSent = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:BatchWriteItem"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
};

export const mayQuery = (
  who: IGrantable,
  on: { readonly table: TableV2; readonly indexes: readonly string[] },
): void => {
  for (const name of on.indexes) allow(who, ["dynamodb:Query"], `${on.table.tableArn}/index/${name}`);
  on.table.encryptionKey?.grant(who, "kms:Decrypt");
};

/** The whole table, item by item. */
export const mayReadAll = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:Scan"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt");
};

/** Without `s3:ListBucket`, S3 answers 403 instead of 404 for a missing key. */
export const mayIssue = (who: IGrantable, bucket: IBucket): void => {
  allow(who, ["s3:ListBucket"], bucket.bucketArn);
  allow(who, ["s3:GetObject", "s3:PutObject"], bucket.arnForObjects("*"));
  bucket.encryptionKey?.grant(who, "kms:Decrypt", "kms:GenerateDataKey");
};

/** Adds entries to chains of the access log. Each names the one before it, so the writer reads that one. */
export const mayLogAccesses = (
  who: IGrantable,
  { bucket, chains }: { readonly bucket: IBucket; readonly chains: string },
): void => {
  allow(who, ["s3:ListBucket"], bucket.bucketArn);
  allow(who, ["s3:GetObject", "s3:PutObject"], bucket.arnForObjects(chains));
  bucket.encryptionKey?.grant(who, "kms:Decrypt", "kms:GenerateDataKey");
};

export const mayReadSent = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:Query"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt");
};

/**
 * Queues by the pattern of their names. IAM takes 6,144 characters of a managed policy, and eight parties' queues one
 * by one fill it. A pattern takes as much for any number of parties.
 */
export interface QueuesLike {
  readonly like: readonly string[];
  /** A pattern of queues fits their dead-letter queues too. */
  readonly butNot: readonly string[];
}

export const mayFindAll = (who: IGrantable & IConstruct, queues: QueuesLike): void => {
  allowNamed(who, ["sqs:GetQueueUrl"], queues.like);
};

export const maySendToAll = (who: IGrantable & IConstruct, { like, butNot }: QueuesLike): void => {
  allowNamed(who, ["sqs:SendMessage"], like);
  denyNamed(who, ["sqs:SendMessage"], butNot);
  mayUseKeysOfQueues(who, ["kms:Decrypt", "kms:GenerateDataKey"]);
};

/** What Lambda's reader of a queue does with its function's role. */
export const mayReceiveFromAll = (who: IGrantable & IConstruct, { like, butNot }: QueuesLike): void => {
  allowNamed(who, ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], like);
  denyNamed(who, ["sqs:ReceiveMessage", "sqs:DeleteMessage"], butNot);
  mayUseKeysOfQueues(who, ["kms:Decrypt"]);
};

/**
 * Reads the depth of every queue, and the messages in the dead-letter queues. To show a message, SQS must hand it out.
 */
export const mayLook = (
  who: IGrantable & IConstruct,
  { queues, deadLetters }: { readonly queues: readonly string[]; readonly deadLetters: readonly string[] },
): void => {
  mayMeasure(who, [...queues, ...deadLetters]);
  allowNamed(who, ["sqs:ReceiveMessage", "sqs:ChangeMessageVisibility"], deadLetters);
  mayUseKeysOfQueues(who, ["kms:Decrypt"]);
};

export const mayRemove = (who: IGrantable & IConstruct, queues: readonly string[]): void => {
  allowNamed(who, ["sqs:DeleteMessage"], queues);
};

/** SQS asks for a queue's own key, and only for a caller who may use that queue. So the key need not be named. */
const mayUseKeysOfQueues = (who: IGrantable & IConstruct, actions: readonly string[]): void => {
  const { region, account, partition } = Stack.of(who);
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: [...actions],
      resources: [`arn:${partition}:kms:${region}:${account}:key/*`],
      conditions: { StringEquals: { "kms:ViaService": `sqs.${region}.amazonaws.com` } },
    }),
  );
};

const allowNamed = (
  who: IGrantable & IConstruct,
  actions: readonly string[],
  names: readonly string[],
): void => {
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: [...actions], resources: arnsOf(who, names) }),
  );
};

const denyNamed = (
  who: IGrantable & IConstruct,
  actions: readonly string[],
  names: readonly string[],
): void => {
  if (names.length === 0) return;
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: [...actions],
      resources: arnsOf(who, names),
    }),
  );
};

const arnsOf = (who: IConstruct, names: readonly string[]): string[] => {
  const { region, account, partition } = Stack.of(who);
  return names.map((name) => `arn:${partition}:sqs:${region}:${account}:${name}`);
};

/** Reads the depth of queues. Nothing of their messages. */
export const mayMeasure = (who: IGrantable & IConstruct, queues: readonly string[]): void => {
  allowNamed(who, ["sqs:GetQueueUrl", "sqs:GetQueueAttributes"], queues);
};

/** Reads what queues are tagged with. Nothing of their messages. */
export const mayReadTags = (who: IGrantable & IConstruct, queues: readonly string[]): void => {
  allowNamed(who, ["sqs:ListQueueTags"], queues);
};

/** The names of the objects, not what is in them. */
const mayList = (who: IGrantable, bucket: IBucket): void => {
  allow(who, ["s3:ListBucket"], bucket.bucketArn);
};

/** Writes new objects, under names of a kind. */
export const mayAdd = (
  who: IGrantable,
  { bucket, under }: { readonly bucket: IBucket; readonly under: string },
): void => {
  allow(who, ["s3:PutObject"], bucket.arnForObjects(under));
  bucket.encryptionKey?.grant(who, "kms:GenerateDataKey");
};

export const mayReadObjects = (who: IGrantable, bucket: IBucket): void => {
  mayList(who, bucket);
  allow(who, ["s3:GetObject"], bucket.arnForObjects("*"));
  bucket.encryptionKey?.grant(who, "kms:Decrypt");
};

/** Derives the keys of one purpose: pseudonyms, the bodies of records, or signatures. */
export const mayDerive = (who: IGrantable, key: IKey): void => {
  key.grant(who, "kms:GenerateMac");
};

export const allow = (who: IGrantable, actions: readonly string[], resource: string): void => {
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: [...actions], resources: [resource] }),
  );
};
