import { Aws } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { ObjectLock } from "../deployments.ts";
import { roleNameOf } from "../key-users.ts";
import { WriteOnceBucket } from "./write-once-bucket.ts";

export interface AccessLogBucketProps {
  readonly key: IKey;
  /** Absent on a stage whose entries an administrator may remove. */
  readonly lock: ObjectLock | undefined;
}

/** Where `report` writes down the newest entry of each chain: packages/adapters/access-log/heads.ts. */
export const heads = "heads/*";

/** Where `operate` logs what it shows to operators. An entry lies under its party and its lane. */
export const chainsOfOperators = "operations/?/*";

/** Where `read-case` logs what it shows to parties. IAM fits operators' chains to it too, and the bucket refuses those. */
export const chainsOfParties = "*/?/*";

/** The roles of the functions that log accesses, and of the one that checks the log. */
const writers = {
  "*": ["read-case", "operate", "report"].map(roleNameOf),
  "operations/*": [roleNameOf("operate")],
  [heads]: [roleNameOf("report")],
};

/**
 * Who looked at which person's data, when and why (2001:454, 10 §). Only the functions that show such data write here,
 * each entry once, and the one that checks the log.
 */
export class AccessLogBucket extends WriteOnceBucket {
  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id, { ...props, writers, bucketName: `hemvist-access-log-${Aws.ACCOUNT_ID}` });
  }
}
