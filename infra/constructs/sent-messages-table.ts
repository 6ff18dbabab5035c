import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export interface SentMessagesTableProps {
  readonly key: IKey;
  readonly deletionProtection: boolean;
}

/**
 * What hemvist sent to parties and when, without the person. The table forgets it after a while, because it is a copy.
 */
export class SentMessagesTable extends TableV2 {
  constructor(scope: Construct, id: string, props: SentMessagesTableProps) {
    super(scope, id, {
      tableName: "sent-messages",
      partitionKey: { name: "queueAndDay", type: AttributeType.STRING },
      sortKey: { name: "place", type: AttributeType.STRING },
      timeToLiveAttribute: "forgetAt",
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
