import { RemovalPolicy } from "aws-cdk-lib";
import { Key, type KeyProps } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export interface CustomerKeyProps {
  /** What it protects, for whoever finds it in the console. */
  readonly description: string;
}

/** A customer-managed key, turned each year, and kept when its stack is deleted: without it, what it sealed is gone. */
export class CustomerKey extends Key {
  constructor(scope: Construct, id: string, props: CustomerKeyProps & Pick<KeyProps, "policy">) {
    super(scope, id, {
      ...props,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
