import { Aws } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { WriteOnceBucket } from "./write-once-bucket.ts";

export interface JournalBucketProps {
  readonly key: IKey;
}

/** AWS's own id of the caller. A caller cannot claim another. */
export const callersOwn = "$" + "{aws:userid}/*";

/**
 * What operations staff did: the intention before each act, and the result after it. Each person writes under the id
 * that AWS gives, and under no other.
 */
export class JournalBucket extends WriteOnceBucket {
  constructor(scope: Construct, id: string, props: JournalBucketProps) {
    // The commands find it by this name: packages/operations/system-on-aws.ts.
    super(scope, id, { ...props, bucketName: `hemvist-journal-${Aws.ACCOUNT_ID}` });
    this.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:PutObject"],
        notResources: [this.arnForObjects(callersOwn)],
      }),
    );
  }
}
