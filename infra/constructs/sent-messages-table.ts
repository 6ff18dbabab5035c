import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export interface SentMessagesTableProps {
  readonly key: IKey;
  readonly deletionProtection: boolean;
}

/**
 * All that hand-off remembers: the messages that it sent, sealed and without the person, and when it requested each
 * assignment. The table forgets messages after a while, because they are copies.
 */
export class SentMessagesTable extends TableV2 {
  constructor(scope: Construct, id: string, props: SentMessagesTableProps) {
    super(scope, id, {
      tableName: "sent-messages",
      partitionKey: { name: "about", type: AttributeType.STRING },
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
