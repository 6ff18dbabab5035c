import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { ObjectLock } from "../deployments.ts";

export interface WriteOnceBucketProps {
  readonly key: IKey;
  /** It ends in the account: packages/adapters/bucket.ts. */
  readonly bucketName: string;
  /**
   * The roles that may write here, whatever permissions others have: for all objects (`*`), and fewer for those of some
   * names. The bucket knows the roles by name, because they are made later.
   */
  readonly writers?: Readonly<Record<string, readonly string[]>>;
  /** How long S3 itself keeps each object, also from those who may change the bucket's policy. */
  readonly lock?: ObjectLock | undefined;
}

/**
 * What is written stands. The bucket itself refuses every deletion, and every write without the condition that no
 * object is there, whatever permissions the caller has.
 */
export class WriteOnceBucket extends Bucket {
  constructor(scope: Construct, id: string, props: WriteOnceBucketProps) {
    super(scope, id, {
      bucketName: props.bucketName,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      versioned: true,
      ...(props.lock === undefined ? {} : { objectLockDefaultRetention: retentionOf(props.lock) }),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.addToResourcePolicy(
      this.#denyAll(["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutLifecycleConfiguration"]),
    );
    this.addToResourcePolicy(this.#denyAll(["s3:PutObject"], { Null: { "s3:if-none-match": "true" } }));
    for (const [names, roles] of Object.entries(props.writers ?? {}))
      this.addToResourcePolicy(this.#denyOthers(roles, names));
  }

  #denyOthers(writers: readonly string[], names: string): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ["s3:PutObject"],
      resources: [this.arnForObjects(names)],
      conditions: {
        ArnNotEquals: {
          "aws:PrincipalArn": writers.map(
            (role) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${role}`,
          ),
        },
      },
    });
  }

  #denyAll(actions: readonly string[], conditions: Readonly<Record<string, unknown>> = {}): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: [...actions],
      resources: [this.bucketArn, this.arnForObjects("*")],
      conditions,
    });
  }
}

function retentionOf({ mode, years }: ObjectLock): ObjectLockRetention {
  const duration = Duration.days(years * 365);
  return mode === "compliance"
    ? ObjectLockRetention.compliance(duration)
    : ObjectLockRetention.governance(duration);
}
