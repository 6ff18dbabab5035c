import { Duration } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import {
  EventSourceMapping,
  type IEventSourceDlq,
  MetricType,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { allow } from "../permissions.ts";
import type { ServiceFunction } from "./service-function.ts";

export interface RecordStreamProps {
  readonly table: TableV2;
  readonly reader: ServiceFunction;
  /** Where a record goes, whole, when the attempts are over. */
  readonly failedRecords: IBucket;
}

/**
 * Brings every change of the table, in order per item, to one function. Lambda halves a batch that the function dies
 * of, tries it for 22 hours and then sets it aside, before the stream loses it.
 */
export class RecordStream extends Construct {
  readonly mapping: EventSourceMapping;

  constructor(scope: Construct, id: string, props: RecordStreamProps) {
    super(scope, id);
    const { table, reader } = props;
    this.mapping = new EventSourceMapping(this, "Mapping", {
      target: reader.live,
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 2,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // No number of attempts: an outage of hours is waited out. Hand-off itself sets aside what no attempt would help.
      // The stream keeps a record for 24 hours. It must have reached S3 before that.
      maxRecordAge: Duration.hours(22),
      onFailure: wholeRecordsIn(props.failedRecords),
      supportS3OnFailureDestination: true,
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
    table.grantStreamRead(reader.role);
  }
}

/** Where Lambda writes, in every bucket: `aws/lambda/<event source mapping>/<shard>/<day>/<time>-<id>`. */
const byLambda = "aws/lambda/*";

/** Like the CDK's `S3OnFailureDestination`, but without its permissions to read, delete and write elsewhere. */
const wholeRecordsIn = (bucket: IBucket): IEventSourceDlq => ({
  bind: (_mapping, reader) => {
    allow(reader, ["s3:PutObject"], bucket.arnForObjects(byLambda));
    allow(reader, ["s3:ListBucket"], bucket.bucketArn);
    bucket.encryptionKey?.grant(reader, "kms:GenerateDataKey", "kms:Decrypt");
    return { destination: bucket.bucketArn };
  },
});
