import { RemovalPolicy } from "aws-cdk-lib";
import { Key, type KeyProps } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export interface CustomerKeyProps {
  /** What it protects, for a person who finds it in the console. */
  readonly description: string;
}

/**
 * A customer-managed key. AWS rotates it each year. It stays when its stack is deleted, because what it sealed is lost
 * without it.
 */
export class CustomerKey extends Key {
  constructor(scope: Construct, id: string, props: CustomerKeyProps & Pick<KeyProps, "policy">) {
    super(scope, id, {
      ...props,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
