import type { Retention } from "@hemvist/rules";
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
  /** A restored table has another name, because DynamoDB cannot rename a table. */
  readonly tableName: string;
  readonly key: IKey;
  readonly deletionProtection: boolean;
  /** `keep`: nothing is erased by a timer. `five-years`: DynamoDB erases an item when its `forgetAt` has passed. */
  readonly retention: Retention;
}

/**
 * One item per decision, by `pk` alone. The stream carries its outbox.
 *
 * The indexes hold keys only and are sparse: an item is in `due` only while it must be looked at again, so
 * follow-up costs what is due and not what is stored. It is in `former` only where a person's number replaced another,
 * and in `first` where that one had replaced another before.
 */
export class DecisionsTable extends TableV2 {
  constructor(scope: Construct, id: string, props: DecisionsTableProps) {
    super(scope, id, {
      tableName: props.tableName,
      partitionKey: text("pk"),
      ...(props.retention === "five-years" ? { timeToLiveAttribute: "forgetAt" } : {}),
      billing: Billing.onDemand(),
      // hand-off reads the new image only. A replica in another region can be added only to a table with both.
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      globalSecondaryIndexes: [
        keysOnly({ name: "due", partition: "dueShard", sort: "dueAt" }),
        keysOnly({ name: "person", partition: "personKey", sort: "pk" }),
        keysOnly({ name: "former", partition: "formerKey", sort: "pk" }),
        keysOnly({ name: "first", partition: "firstKey", sort: "pk" }),
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
