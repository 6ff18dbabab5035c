import { Aws } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { roleNameOf } from "../key-users.ts";
import { WriteOnceBucket } from "./write-once-bucket.ts";

export interface JournalBucketProps {
  readonly key: IKey;
}

/**
 * What operations staff did: the intention before each act, and the result after it. Only `functions/operate` writes
 * here. Each entry is under the id that AWS gives the person.
 */
export class JournalBucket extends WriteOnceBucket {
  constructor(scope: Construct, id: string, { key }: JournalBucketProps) {
    super(scope, id, {
      key,
      writers: { "*": [roleNameOf("operate")] },
      bucketName: `hemvist-journal-${Aws.ACCOUNT_ID}`,
    });
  }
}
