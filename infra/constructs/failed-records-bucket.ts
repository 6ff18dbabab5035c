import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

export interface FailedRecordsBucketProps {
  readonly key: IKey;
  /** Days until S3 erases a record. It is a copy, and the table has the original. */
  readonly transitDays: number;
}

/**
 * Where `operate` notes which messages it has sent again or discarded: packages/adapters/s3-failed-records.ts.
 */
export const doneWith = "done/*";

/**
 * Whole stream records that hand-off could not send. Only S3 gets the record itself; SQS and SNS would get
 * metadata. Not versioned: an old version would outlive the expiry.
 */
export class FailedRecordsBucket extends Bucket {
  constructor(scope: Construct, id: string, props: FailedRecordsBucketProps) {
    super(scope, id, {
      // The same in every account, so the holder of the break-glass role finds it.
      bucketName: `hemvist-failed-records-${Aws.ACCOUNT_ID}`,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [
        {
          expiration: Duration.days(props.transitDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
