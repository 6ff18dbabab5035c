import { Aws } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
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
  /** The bucket knows the role of the function by its name, because the role is made later. */
  constructor(scope: Construct, id: string, props: JournalBucketProps) {
    super(scope, id, { ...props, bucketName: `hemvist-journal-${Aws.ACCOUNT_ID}` });
    this.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:PutObject"],
        resources: [this.arnForObjects("*")],
        conditions: {
          ArnNotEquals: {
            "aws:PrincipalArn": `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${roleNameOf("operate")}`,
          },
        },
      }),
    );
  }
}
