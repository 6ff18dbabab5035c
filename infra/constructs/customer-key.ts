import { RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { type KeyUse, keyPolicy } from "./key-policy.ts";

export interface CustomerKeyProps {
  /** What it protects, for a person who finds it in the console. */
  readonly description: string;
  /** Which roles use it. None, if only a service of AWS does. */
  readonly usedBy: readonly KeyUse[];
}

/**
 * A customer-managed key. AWS rotates it each year. It stays when its stack is deleted, because what it sealed is lost
 * without it.
 */
export class CustomerKey extends Key {
  constructor(scope: Construct, id: string, { description, usedBy }: CustomerKeyProps) {
    super(scope, id, {
      description,
      policy: keyPolicy(scope, usedBy),
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
