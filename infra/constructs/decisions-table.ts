import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export interface DecisionsTableProps {
  readonly key: IKey;
  readonly deletionProtection: boolean;
}

/**
 * One item per decision, by `pk` alone. The stream carries its outbox.
 *
 * The indexes hold keys only and are sparse: an item is in `due` only while it must be looked at again, so
 * follow-up costs what is due and not what is stored. It is in `former` only where a person's number replaced another.
 */
export class DecisionsTable extends TableV2 {
  constructor(scope: Construct, id: string, props: DecisionsTableProps) {
    super(scope, id, {
      tableName: "decisions",
      partitionKey: text("pk"),
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: [
        keysOnly({ name: "due", partition: "dueShard", sort: "dueAt" }),
        keysOnly({ name: "person", partition: "personKey", sort: "pk" }),
        keysOnly({ name: "former", partition: "formerKey", sort: "pk" }),
        keysOnly({ name: "case", partition: "caseKey", sort: "pk" }),
      ],
    });
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

const keysOnly = (index: { readonly name: string; readonly partition: string; readonly sort: string }) => ({
  indexName: index.name,
  partitionKey: text(index.partition),
  sortKey: text(index.sort),
  projectionType: ProjectionType.KEYS_ONLY,
});
