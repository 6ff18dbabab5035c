import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export interface ReceiptsTableProps {
  readonly key: IKey;
  readonly deletionProtection: boolean;
}

/** When each assignment was last put on its provider's queue. Ids and instants: nothing of the person. */
export class ReceiptsTable extends TableV2 {
  constructor(scope: Construct, id: string, props: ReceiptsTableProps) {
    super(scope, id, {
      tableName: "receipts",
      partitionKey: { name: "assignmentId", type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
