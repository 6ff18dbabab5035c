import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IAlias } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";

/**
 * What functions may do, action by action. The CDK's own grants are wider: they hold wildcards, the whole
 * table where an index is meant, and deletion where nothing is ever deleted.
 */

/** To ask for a queue by its name says whether it is there, and nothing of what lies in it. */
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

/** Written many at a time, over what was there before: nothing hangs on a receipt. */
export const mayKeepReceipts = (who: IGrantable, table: TableV2): void => {
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

/** The whole table, item by item: for figures only. */
export const mayReadAll = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:Scan"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt");
};

/** To list is to be told that an object is not there; without it S3 answers that one may not know. */
export const mayIssue = (who: IGrantable, bucket: IBucket): void => {
  allow(who, ["s3:ListBucket"], bucket.bucketArn);
  allow(who, ["s3:GetObject", "s3:PutObject"], bucket.arnForObjects("*"));
  bucket.encryptionKey?.grant(who, "kms:Decrypt", "kms:GenerateDataKey");
};

export const mayReadSent = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:Query"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt");
};

export const mayReadReceipts = (who: IGrantable, table: TableV2): void => {
  allow(who, ["dynamodb:BatchGetItem"], table.tableArn);
  table.encryptionKey?.grant(who, "kms:Decrypt");
};

/** To see what lies in a queue is to be handed it; it is let go again. What parties read is counted only. */
export const mayLook = (
  who: IGrantable,
  { queues, deadLetters }: { readonly queues: readonly IQueue[]; readonly deadLetters: readonly IQueue[] },
): void => {
  for (const queue of queues) queue.grant(who, "sqs:GetQueueUrl", "sqs:GetQueueAttributes");
  for (const queue of deadLetters) {
    queue.grant(
      who,
      "sqs:GetQueueUrl",
      "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
      "sqs:ChangeMessageVisibility",
    );
    queue.encryptionMasterKey?.grant(who, "kms:Decrypt");
  }
};

export const mayRemove = (who: IGrantable, queues: readonly IQueue[]): void => {
  for (const queue of queues) queue.grant(who, "sqs:DeleteMessage");
};

/** Writes where nothing stands, under one's own name. */
export const mayAdd = (
  who: IGrantable,
  { bucket, under }: { readonly bucket: IBucket; readonly under: string },
): void => {
  allow(who, ["s3:PutObject"], bucket.arnForObjects(under));
  bucket.encryptionKey?.grant(who, "kms:GenerateDataKey");
};

export const mayReadObjects = (who: IGrantable, bucket: IBucket): void => {
  allow(who, ["s3:ListBucket"], bucket.bucketArn);
  allow(who, ["s3:GetObject"], bucket.arnForObjects("*"));
  bucket.encryptionKey?.grant(who, "kms:Decrypt");
};

/** By its alias alone: a version that has not been checked is called by nobody. */
export const mayCall = (who: IGrantable, live: IAlias): void => {
  allow(who, ["lambda:InvokeFunction"], live.functionArn);
};

export const mayPseudonymise = (who: IGrantable, key: IKey): void => {
  key.grant(who, "kms:GenerateMac");
};

export const allow = (who: IGrantable, actions: readonly string[], resource: string): void => {
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: [...actions], resources: [resource] }),
  );
};
